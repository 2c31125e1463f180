"""Makes `src/jnato_graph/data/synonyms.tsv` from the database files of WordNet 3.0.

    python training/make_synonyms.py FOLDER      # the one with index.noun, data.noun, ...

For each word of WordNet that no report, predicate or table of questions knows, those that they know and that mean the
same: from one synonym set, of the same family (endorsement, endorse) or, for adjectives, alike.
"""

import sys
from collections import defaultdict
from pathlib import Path

from jnato_graph.ask import patterns
from jnato_graph.ask.rewording import vocabulary
from jnato_graph.ask.words import load_words
from jnato_graph.extract.lexicon import load_lexicon

PARTS = ("noun", "verb", "adj", "adv")
POS = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
SENSES = 3  # so many of the commonest meanings of a word
MOST = 5
LEAST = 0.55
HEAD = """\
# Words that no report knows, and those of the reports that mean the same; made by training/make_synonyms.py.
# From WordNet 3.0, Copyright 2006 by Princeton University. All rights reserved. THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS"
# AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION,
# PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF MERCHANTABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT
# THE USE OF THE LICENSED SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS
# OR OTHER RIGHTS. Permission to use, copy, modify and distribute it for any purpose and without fee or royalty is granted,
# provided that this notice appears on all copies. Its name may not be used in advertising; title to it remains with Princeton.
"""


def read_wordnet(folder: Path):
    """Senses of each (word, part), commonest first; words of each synset; its links (kind, synset, from, to)."""
    senses, words, links = {}, {}, defaultdict(list)
    for part in PARTS:
        for line in (folder / f"index.{part}").read_text().splitlines():
            if not line.startswith(" "):
                fields = line.split()
                count, pointers = int(fields[2]), int(fields[3])
                senses[fields[0], part] = [(part, at) for at in fields[6 + pointers :]][:count]
        for line in (folder / f"data.{part}").read_text().splitlines():
            if line.startswith(" "):
                continue
            fields = line.partition(" | ")[0].split()
            key, count = (part, fields[0]), int(fields[3], 16)
            words[key] = [fields[4 + 2 * at].partition("(")[0].lower() for at in range(count)]
            rest = fields[4 + 2 * count :]
            for at in range(int(rest[0])):
                kind, target, its_part, ends = rest[1 + 4 * at : 5 + 4 * at]
                links[key].append((kind, (POS[its_part], target), int(ends[:2], 16), int(ends[2:], 16)))
    return senses, words, links


def known_words() -> set[tuple[str, str]]:
    """The words that a report goes by, as any part of speech, and those of predicates as theirs."""
    reports = {word for each in patterns() for item in each.words for way in item.alternatives for word in way}
    triggers = {(lemma, pos[:3] if pos == "adjective" else pos) for pos, lemma in load_lexicon().entries}
    return {(word, part) for word in reports if word.isalpha() for part in PARTS} | triggers


def main() -> None:
    senses, words, links = read_wordnet(Path(sys.argv[1]))
    known = known_words()
    settled = {word for word, _ in known} | vocabulary(patterns()) | load_words().slight | load_words().absent
    rows = []
    for (word, part), own in sorted(senses.items()):
        if not word.isalpha() or word in settled:
            continue
        found: dict[str, float] = {}

        def add(other: str, its: str, key, weight: float, found=found) -> None:
            theirs = senses.get((other, its), [])
            # The rarer the meaning in which they are the same, the less either is read as the other.
            if (other, its) in known and key in theirs and (far := weight - 0.2 * theirs.index(key)) >= LEAST:
                found[other] = max(found.get(other, 0), far)

        for rank, key in enumerate(own[:SENSES]):
            weight = 1 - 0.2 * rank
            for other in words[key]:
                add(other, part, key, weight)
            for kind, target, mine, its in links[key]:
                if kind == "+" and words[key][mine - 1] == word:
                    other = words[target][its - 1]
                    add(other, target[0], target, weight - 0.1)
                    for third in words[target]:
                        add(third, target[0], target, weight - 0.3)
                if kind == "&":
                    for other in words[target]:
                        add(other, "adj", target, weight - 0.3)
        best = sorted(found, key=lambda each: (-found[each], each))[:MOST]
        if best:
            rows.append(f"{word}\t{part}\t{' '.join(best)}")
    file = Path(__file__).parents[1] / "src/jnato_graph/data/synonyms.tsv"
    file.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    print(len(rows), "words")


main()
