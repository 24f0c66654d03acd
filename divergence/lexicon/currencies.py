"""Currencies: signs, codes and names. ``dollar`` without a country stays undecided and agrees with any dollar."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Currency:
    """One currency; the texts that may print it."""

    name: str
    """Common English singular: ``euro``, ``Pakistani rupee``; plain ``dollar`` where no country is named."""
    signs: str = ""
    """What stands right before (or, for some, behind) the digits, parted by spaces."""
    names: str = ""
    """Names in words, singular, parted by commas."""
    minor: bool = False
    """Whether it is a hundredth of its main unit."""


CURRENCIES: tuple[Currency, ...] = (
    Currency("dollar", "$", "dollar,buck"),
    Currency("US dollar", "US$ USD U.S.$ $US", "US dollar,U.S. dollar,American dollar,United States dollar"),
    Currency("Canadian dollar", "C$ CA$ CAD Can$ $C $CA", "Canadian dollar"),
    Currency("Australian dollar", "A$ AU$ AUD $A $AU", "Australian dollar"),
    Currency("New Zealand dollar", "NZ$ NZD $NZ", "New Zealand dollar"),
    Currency("Hong Kong dollar", "HK$ HKD $HK", "Hong Kong dollar"),
    Currency("Singapore dollar", "S$ SGD $S", "Singapore dollar"),
    Currency("Taiwan dollar", "NT$ TWD", "Taiwan dollar,New Taiwan dollar"),
    Currency("Jamaican dollar", "J$ JMD", "Jamaican dollar"),
    Currency("euro", "€ EUR", "euro"),
    Currency("pound", "£ GBP", "pound sterling,pounds sterling,British pound,quid"),
    Currency("Egyptian pound", "E£ EGP", "Egyptian pound"),
    Currency("Syrian pound", "SYP", "Syrian pound"),
    Currency("Lebanese pound", "LBP", "Lebanese pound,Lebanese lira"),
    Currency("yen", "¥ JPY", "yen,Japanese yen"),
    Currency("yuan", "RMB CNY CN¥ 元", "yuan,renminbi,Chinese yuan,chinese renminbi"),
    Currency("rupee", "Rs Rs. ₨", "rupee"),
    Currency("Indian rupee", "₹ INR", "Indian rupee"),
    Currency("Pakistani rupee", "PKR", "Pakistani rupee,Pakistan rupee"),
    Currency("Sri Lankan rupee", "LKR", "Sri Lankan rupee"),
    Currency("rupiah", "Rp IDR", "rupiah,Indonesian rupiah"),
    Currency("ringgit", "RM MYR", "ringgit,Malaysian ringgit"),
    Currency("baht", "฿ THB", "baht,Thai baht"),
    Currency("won", "₩ KRW", "South Korean won,Korean won,won"),
    Currency("ruble", "₽ RUB", "ruble,rouble,Russian ruble"),
    Currency("hryvnia", "₴ UAH", "hryvnia"),
    Currency("lira", "₺ TRY", "lira,Turkish lira,lire"),
    Currency("rial", "IRR", "rial,Iranian rial"),
    Currency("riyal", "SAR", "riyal,Saudi riyal"),
    Currency("Qatari riyal", "QAR", "Qatari riyal"),
    Currency("dinar", "", "dinar"),
    Currency("Iraqi dinar", "IQD", "Iraqi dinar"),
    Currency("Kuwaiti dinar", "KWD", "Kuwaiti dinar"),
    Currency("dirham", "AED", "dirham"),
    Currency("shekel", "₪ NIS ILS", "shekel,new shekel,Israeli shekel"),
    Currency("afghani", "AFN", "afghani"),
    Currency("taka", "Tk BDT", "taka,Bangladeshi taka"),
    Currency("rand", "R ZAR", "rand,South African rand"),
    Currency("naira", "₦ NGN", "naira"),
    Currency("cedi", "GHS", "cedi"),
    Currency("shilling", "KSh Sh KES", "shilling,Kenyan shilling"),
    Currency("birr", "ETB", "birr"),
    Currency("peso", "MXN Mex$ MX$", "peso,Mexican peso"),
    Currency("Philippine peso", "₱ PHP", "Philippine peso"),
    Currency("Colombian peso", "COP", "Colombian peso"),
    Currency("real", "R$ BRL", "Brazilian real"),
    Currency("bolivar", "VEF", "bolivar,bolívar"),
    Currency("Swiss franc", "CHF SFr", "Swiss franc"),
    Currency("franc", "", "franc,French franc,CFA franc"),
    Currency("Deutsche mark", "DM", "Deutsche mark,German mark,deutschemark,mark"),
    Currency("guilder", "", "guilder,Dutch guilder,Netherlands guilder"),
    Currency("krona", "SEK", "krona,Swedish krona,kronor,Swedish crown"),
    Currency("Norwegian krone", "NOK", "Norwegian krone,Norwegian kroner,Norwegian crown"),
    Currency("Danish krone", "DKK", "Danish krone,Danish kroner,Danish crown"),
    Currency("krone", "kr", "krone,kroner"),
    Currency("zloty", "PLN", "zloty,Polish zloty"),
    Currency("forint", "HUF", "forint"),
    Currency("koruna", "CZK", "koruna,Czech koruna,Czech crown,crown"),
    Currency("dong", "VND", "dong"),
    Currency("bitcoin", "BTC ₿", "bitcoin"),
    Currency("dollar", "¢", "cent", minor=True),
    Currency("pound", "", "pence,penny,pennies", minor=True),
    Currency("rupee", "", "paisa,paise", minor=True),
)

_BY_SIGN = {sign: c for c in CURRENCIES for sign in c.signs.split()}
_BY_NAME = {name.lower(): c for c in reversed(CURRENCIES) for name in c.names.split(",") if name}
GLUED = tuple(
    s for s in _BY_SIGN if s[-1].isalpha() and (s[0] == "$" or (s.isupper() and len(s) in {2, 3} and s != "DM"))
)
"""Signs of letters that stand right on the digits: ``PKR40``, ``RM79``, ``$A45``."""
POUNDS = re.compile(r"pounds?\b", re.IGNORECASE)
"""A weight or money, as the text around it tells."""


def _alternation(words: list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


_SIGN_BEFORE = re.compile(rf"(?<![A-Za-z$])({_alternation(list(_BY_SIGN))}|(?:HK|US|U\.S\.|NZ|AU|CA)[ ]\$)[ \u00a0]?$")
_SIGN_AFTER = re.compile(
    rf"[ \u00a0]?((?:{_alternation([s for s in _BY_SIGN if len(s) >= 3 or not s.isalpha()])}))(?![\w])"
)
_CODE_AFTER = re.compile(
    rf"[ \u00a0]({_alternation([s for s in _BY_SIGN if len(s) == 3 and s.isalpha()])})\b", re.IGNORECASE
)
_MILLIONS_AFTER = re.compile(
    rf"[ \u00a0]?M({_alternation([s for s in _BY_SIGN if len(s) == 3 and s.isalpha() and s.isupper()])})\b"
)
_NAME_AFTER = re.compile(rf"(?:[ \u00a0]|-)({_alternation(list(_BY_NAME))})(?:e?s)?\b", re.IGNORECASE)


_PENCE = re.compile(r"(?<=\d)p\b(?![.'’])|(?<=\d)p(?=[.](?:\s|$))")
_WORDS = frozenset({"TRY", "ALL", "COP", "SAR", "MAD", "LAK", "TOP", "NIS"})
"""Codes that are words in small letters."""


def currency_before(text: str, at: int) -> tuple[Currency, int] | None:
    """The currency whose sign ends right before ``at``, and where the sign begins."""
    window = max(0, at - 8)
    match = _SIGN_BEFORE.search(text[window:at])
    return (_BY_SIGN[match[1].replace(" ", "")], window + match.start(1)) if match else None


def currency_after(text: str, at: int) -> tuple[Currency, int] | None:
    """The currency that is named or signed right at ``at``, behind a number, and where it ends."""
    pence = _PENCE.match(text, at)
    if pence:
        return _BY_NAME["pence"], pence.end()
    name = _NAME_AFTER.match(text, at)
    if name:
        return _BY_NAME[name[1].lower()], name.end()
    sign = _SIGN_AFTER.match(text, at)
    if sign:
        return _BY_SIGN[sign[1]], sign.end()
    code = _CODE_AFTER.match(text, at)
    return (_BY_SIGN[code[1].upper()], code.end()) if code and code[1].upper() not in _WORDS else None


def millions_after(text: str, at: int) -> tuple[Currency, int] | None:
    """The currency of ``30 MUSD``, millions as business news of the north prints them, right at ``at``."""
    match = _MILLIONS_AFTER.match(text, at)
    return (_BY_SIGN[match[1]], match.end()) if match else None


_SUM = re.compile(rf"(?:{_alternation([s for s in _BY_SIGN if '$' in s])})(?:\d[\d.,]*[a-z]{{0,8}})?"
                  rf"|(?:{_alternation(list(GLUED))})\d[\d.,]*[a-z]{{0,8}}")  # fmt: skip


def is_sum(printed: str) -> bool:
    """Whether letters are a currency's: a sign with a dollar's stroke (``C$``), or one on its digits (``CHF2m``)."""
    return _SUM.fullmatch(printed) is not None


def same_currency(first: str, second: str) -> bool:
    """Whether two currencies may be one: ``dollar`` is any country's dollar."""
    shorter, longer = sorted((first, second), key=len)
    return first == second or longer.endswith(f" {shorter}")
