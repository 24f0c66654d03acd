"""Bytes to articles: one file per input format.

What goes wrong on the way is a notice, never an error, as long as one article of the story can be read. The codes:

given and not part of the comparison
    ``unreadable`` ``not-a-file`` ``symlink`` ``outside-root`` ``too-large`` ``binary`` ``empty`` ``extraction-empty``
    ``library-missing``
compared, but not so that finding nothing would say anything
    ``other-language`` ``other-story`` ``single-article`` ``text-lost``
brought or taken away by a change, and so not compared with the rest
    ``not-compared`` ``removed``
left out of a folder
    ``unsupported-format`` ``not-an-article`` ``subfolder``
read, but to be looked at
    ``encoding-declared`` ``encoding-guessed`` ``undecodable`` ``hidden-characters`` ``extraction-small``
    ``text-left-out`` ``part-left-out`` ``mail-decoded`` ``looks-like-html`` ``front-matter-unreadable`` ``duplicate``
about the story
    ``story-file`` ``metadata-inferred``
"""
