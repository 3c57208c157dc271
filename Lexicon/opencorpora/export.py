#!/usr/bin/env python3
"""Write the dictionary of the Python package pymorphy3-dicts-ru as the text files beside this script.

    pip install pymorphy3-dicts-ru==2.4.417150.4580142 dawg2-python
    python3 export.py

The text files are the source that `lexicon-compiler` reads; this script is run only when the
dictionary's version changes. It needs about two minutes.
"""
import array, collections, json, os, struct
import dawg_python
import pymorphy3_dicts_ru

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = pymorphy3_dicts_ru.get_path()
PREFIXES = ["", "по", "наи"]
HEADER = """# OpenCorpora dictionary, revision {source_revision} (corpus {corpus_revision} for weights.tsv),
# by way of pymorphy3-dicts-ru {version}. https://opencorpora.org
# Licence: Creative Commons Attribution-ShareAlike 3.0. Written by export.py; do not edit.
# {line}
"""


def read_paradigms(path):
    with open(path, "rb") as f:
        count, = struct.unpack("<H", f.read(2))
        for _ in range(count):
            length, = struct.unpack("<H", f.read(2))
            yield array.array("H", f.read(2 * length))


def main():
    meta = dict(json.load(open(os.path.join(DATA, "meta.json"))))
    meta["version"] = pymorphy3_dicts_ru.__version__
    suffixes = json.load(open(os.path.join(DATA, "suffixes.json")))
    tags = json.load(open(os.path.join(DATA, "gramtab-opencorpora-int.json")))
    paradigms = list(read_paradigms(os.path.join(DATA, "paradigms.array")))

    words = dawg_python.RecordDAWG(">HH")
    words.load(os.path.join(DATA, "words.dawg"))
    stems = collections.defaultdict(set)
    for word, (paradigm, index) in words.iteritems():
        table = paradigms[paradigm]
        size = len(table) // 3
        prefix, suffix = PREFIXES[table[2 * size + index]], suffixes[table[index]]
        assert word.startswith(prefix) and word.endswith(suffix), word
        stems[paradigm].add(word[len(prefix):len(word) - len(suffix)])

    weights = collections.defaultdict(list)
    probabilities = dawg_python.IntCompletionDAWG()
    probabilities.load(os.path.join(DATA, "p_t_given_w.intdawg"))
    numbers = {tag: i for i, tag in enumerate(tags)}
    for key, millionths in probabilities.items():
        word, tag = key.rsplit(":", 1)
        if tag in numbers:
            weights[word].append((numbers[tag], round(millionths / 1000)))

    def write(name, line, rows):
        with open(os.path.join(HERE, name), "w", encoding="utf-8", newline="\n") as f:
            f.write(HEADER.format(line=line, **meta))
            f.writelines("\t".join(row) + "\n" for row in rows)

    def form(table, i):
        size = len(table) // 3
        prefix = PREFIXES[table[2 * size + i]]
        return (prefix + "+" if prefix else "") + f"{suffixes[table[i]]}:{table[size + i]}"

    write("tags.tsv", "number, grammemes", ([str(i), tag] for i, tag in enumerate(tags)))
    write("paradigms.tsv", "number, forms: prefix+suffix:tag, the lemma first",
          ([str(i), " ".join(form(t, k) for k in range(len(t) // 3))] for i, t in enumerate(paradigms)))
    write("lexemes.tsv", "paradigm, stems (~ is the empty stem)",
          ([str(i), " ".join(sorted(s or "~" for s in stems[i]))] for i in range(len(paradigms)) if stems[i]))
    write("weights.tsv", "word, tag:thousandths as counted in the OpenCorpora corpus",
          ([word, " ".join(f"{t}:{w}" for t, w in sorted(ws))] for word, ws in sorted(weights.items())))


main()
