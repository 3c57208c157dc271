"""A real local Spark on two partitions against the command line's own output.

    SVODKA=.build/release/svodka python -m unittest discover Integrations/spark/tests
"""

import datetime
import json
import os
import subprocess
import sys
import tempfile
import unittest
from decimal import Decimal
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(HERE.parent))
# Spark's workers start a Python of their own.
os.environ["PYTHONPATH"] = os.pathsep.join([str(HERE.parent), os.environ.get("PYTHONPATH", "")])
os.environ.setdefault("PYSPARK_PYTHON", sys.executable)

from pyspark.sql import SparkSession  # noqa: E402

from svodka_spark import extract, extract_lines  # noqa: E402

SVODKA = os.environ.get("SVODKA", str(ROOT / ".build/release/svodka"))

GOOD = [
    {"id": path.stem, "text": path.read_text(encoding="utf-8"), "published": "2023-11-20"}
    for path in sorted((ROOT / "Fixtures").glob("*.txt"))
] + [
    {"id": "empty", "text": ""},
    {"id": 7, "text": "Инфляция составила 9,8 %.", "published": "2024-02-01T10:00:00Z"},
    {"id": "half", "text": "Половина пары: \ud800."},
    {"id": "odd \"id\"", "text": "Завод выпустил 5 тыс. машин.", "published": "вчера", "title": None},
]
BAD = ['{"id": "broken", "text": ', "[1, 2]", '{"id": "without"}', '{"text": "a"}']
# A share with more digits after the point than the type has.
TINY = {"id": "tiny", "text": "Доля примеси – 0,0000000000000000000012 %, доля соли – 3 %."}


def bare(value):
    """A value as both sides have it: no fields that are null, days as texts."""
    if isinstance(value, dict):
        return {name: bare(part) for name, part in value.items() if part is not None}
    if isinstance(value, list):
        return [bare(part) for part in value]
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value


def as_columns(document):
    """The ends of a duration are texts, those of amounts numbers: they have columns of their own."""
    for mention in document["mentions"]:
        if mention["kind"] == "duration":
            value = mention["value"]
            mention["value"] = {
                "iso_" + name if name in ("low", "high") else name: part
                for name, part in value.items()}
    return document


class SparkTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.spark = (
            SparkSession.builder.master("local[2]").appName("svodka-tests")
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.warehouse.dir", cls.folder.name + "/warehouse")
            .config("spark.sql.shuffle.partitions", "2")
            .getOrCreate())
        cls.spark.sparkContext.setLogLevel("OFF")
        lines = [json.dumps(document, ensure_ascii=document["id"] == "half") for document in GOOD]
        run = subprocess.run(
            [SVODKA, "extract", "-", "--input-format", "jsonl", "--format", "jsonl"],
            input="\n".join(lines).encode(), capture_output=True, check=True)
        cls.lines = lines
        cls.expected = {
            document["id"]: bare(as_columns(document)) for document in
            (json.loads(line, parse_float=Decimal) for line in run.stdout.splitlines())}

    @classmethod
    def tearDownClass(cls):
        cls.spark.stop()
        cls.folder.cleanup()

    def check(self, rows):
        """The rows without an error are what the command line writes, number for number."""
        found = {row["id"]: bare(row) for row in rows if row["error"] is None}
        self.assertEqual(sorted(found), sorted(self.expected))
        for id, document in self.expected.items():
            self.assertEqual(found[id].pop("warnings", []), document.get("warnings", []), id)
            self.assertEqual(found[id], {k: v for k, v in document.items() if k != "warnings"}, id)

    def test_lines_on_two_partitions_through_parquet(self):
        every = self.lines[:5] + BAD[:2] + self.lines[5:] + BAD[2:] + ["", "  "]
        lines = self.spark.createDataFrame([(line,) for line in every], "value string")
        lines = lines.repartition(2)
        self.assertEqual(lines.rdd.getNumPartitions(), 2)
        path = self.folder.name + "/facts.parquet"
        extract_lines(lines, command=SVODKA).write.parquet(path)
        rows = [row.asDict(recursive=True) for row in self.spark.read.parquet(path).collect()]
        self.check(rows)
        bad = {row["bad_line"]: row["error"] for row in rows if row["error"] is not None}
        self.assertEqual(sorted(bad), sorted(BAD))
        self.assertIn("no JSON", bad[BAD[0]])
        self.assertEqual(bad[BAD[2]], "the field 'text' is missing or no string")
        self.assertGreater(sum(len(row["facts"] or []) for row in rows), 50)

    def test_rows_of_a_frame(self):
        rows = [
            (str(document["id"]), document["text"], document.get("published"))
            for document in GOOD if document["id"] != "half"]
        frame = self.spark.createDataFrame(rows + [("none", None, None)], "id string, text string, day string")
        result = extract(frame.repartition(2), published="day", command=SVODKA)
        found = [row.asDict(recursive=True) for row in result.collect()]
        half = self.expected.pop("half")
        try:
            self.check(found)
        finally:
            self.expected["half"] = half
        self.assertEqual([row["id"] for row in found if row["error"] is not None], ["none"])

    def test_a_number_that_does_not_fit_is_told(self):
        lines = self.spark.createDataFrame([(json.dumps(TINY),), (self.lines[0],)], "value string")
        result = extract_lines(lines.repartition(1), command=SVODKA, keep_json=True).collect()
        rows = {row["id"]: row.asDict(recursive=True) for row in result}
        percents = [
            mention["value"]["value"] for mention in rows["tiny"]["mentions"]
            if mention["kind"] == "percent"]
        self.assertEqual(percents, [None, 3])
        self.assertIn("number-out-of-range", [w["code"] for w in rows["tiny"]["warnings"]])
        self.assertIn("0.0000000000000000000012", rows["tiny"]["json"])
        self.assertEqual(json.loads(rows["tiny"]["json"])["id"], "tiny")
        other = rows[GOOD[0]["id"]]
        self.assertEqual(len(other["mentions"]), len(self.expected[GOOD[0]["id"]]["mentions"]))

    def test_a_program_that_fails_ends_the_job(self):
        frame = self.spark.createDataFrame([("1", "текст")], "id string, text string")
        with self.assertRaisesRegex(Exception, "ended with status 64"):
            extract(frame, command=SVODKA, arguments=["--no-such-option"]).collect()


if __name__ == "__main__":
    unittest.main()
