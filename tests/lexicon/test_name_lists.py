"""The lists of companies, first names and surnames."""

from __future__ import annotations

from divergence.lexicon.name_lists import is_first_name, is_listed_organisation, is_surname


def test_companies_and_bodies_as_printed() -> None:
    assert all(map(is_listed_organisation, ("Goldman Sachs", "Siemens", "Tesla", "The White House", "Red Cross")))
    assert not any(map(is_listed_organisation, ("siemens", "Target", "Ford", "Gap", "Paris", "Valtor")))


def test_names_of_persons() -> None:
    assert all(map(is_first_name, ("Laura", "Erzsébet", "Sibongile"))), "of many languages, marks or not"
    assert all(map(is_surname, ("Simmons", "Ritter", "Kowalski")))
    assert not any(map(is_surname, ("simmons", "Will", "London")))
    assert not any(map(is_first_name, ("Long", "Paris", "China")))
