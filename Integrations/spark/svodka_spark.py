"""Facts of Russian press releases on Apache Spark: the program `svodka` over every partition.

    from svodka_spark import extract_lines

    lines = spark.read.text("dump/*.jsonl.gz").repartition(200)
    facts = extract_lines(lines, command="/opt/svodka/svodka")
    facts.write.parquet("facts.parquet")

Each partition runs one svodka, which reads JSON Lines from standard input and writes them to standard
output; rows flow through it, and none waits for the partition's end. The columns of the result are in
SCHEMA: what `svodka extract` writes, typed, and two for what was no document, `error` and `bad_line`.
"""

import argparse
import json
import re
import subprocess
import threading
from collections import deque
from decimal import Decimal

import pyarrow as pa
import pyarrow.json
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import types as t

# Digits before and after the point that a number may have. One with more is null, and its document
# has a warning `number-out-of-range`; the JSON of `keep_json` has it whole.
NUMBER = t.DecimalType(38, 18)


def _struct(**fields):
    return t.StructType([t.StructField(name, kind) for name, kind in fields.items()])


_TEXT, _FLAG, _OFFSET, _DAY = t.StringType(), t.BooleanType(), t.LongType(), t.DateType()
_ENTITY = _struct(entity=_TEXT, name=_TEXT)
_AMOUNT = dict(amount=NUMBER, value=NUMBER, low=NUMBER, high=NUMBER)
_MEASURE = dict(
    mention=_OFFSET, kind=_TEXT, **_AMOUNT, currency=_TEXT, unit=_TEXT, counted=_TEXT,
    base=_struct(value=NUMBER, unit=_TEXT), bound=_TEXT, points=_FLAG, per=_TEXT, inferred=_FLAG)
_RELATIVE = _struct(unit=_TEXT, offset=_OFFSET)
_PERIOD = {"from": _DAY, "to": _DAY, "grain": _TEXT, "recurring": _FLAG, "relative": _RELATIVE}
# Of a role a period, of a change a measure.
_END = _struct(**_PERIOD, **_MEASURE)
_CHANGE = dict(
    direction=_TEXT, by=_struct(**_MEASURE, times=NUMBER), **{"from": _END, "to": _END},
    base=_struct(**_PERIOD), consistent=_FLAG)
_VALUE = _struct(
    name=_TEXT, legalForm=_TEXT, type=_TEXT, code=_TEXT, family=_TEXT, given=_TEXT,
    patronymic=_TEXT, gender=_TEXT, **_PERIOD, iso=_TEXT, iso_low=_TEXT, iso_high=_TEXT, zone=_TEXT,
    **_AMOUNT, currency=_TEXT,
    unit=_TEXT, counted=_TEXT, base=_struct(value=NUMBER, unit=_TEXT), bound=_TEXT, points=_FLAG,
    per=_TEXT, inferred=_FLAG)
_MENTION = _struct(
    kind=_TEXT, start=_OFFSET, end=_OFFSET, text=_TEXT, value=_VALUE, rule=_TEXT, entity=_TEXT)
_ENTITY_RECORD = _struct(
    id=_TEXT, kind=_TEXT, name=_TEXT, legalForm=_TEXT, type=_TEXT,
    aliases=t.ArrayType(_TEXT), mentions=t.ArrayType(_OFFSET))
_FACT = _struct(
    kind=_TEXT, start=_OFFSET, end=_OFFSET, rule=_TEXT, negated=_FLAG, inferred=t.ArrayType(_TEXT),
    person=_ENTITY, position=_struct(mention=_OFFSET, name=_TEXT), organization=_ENTITY,
    founder=_ENTITY, years=NUMBER,
    status=_TEXT, indicator=_TEXT, measure=_struct(**_MEASURE), period=_struct(**_PERIOD),
    place=_ENTITY, change=_struct(**_CHANGE), **_CHANGE, source=_ENTITY, member=_ENTITY,
    since=_struct(**_PERIOD), owner=_ENTITY, owned=_ENTITY, share=_struct(**_MEASURE),
    type=_TEXT, parties=t.ArrayType(_struct(entity=_TEXT, name=_TEXT, role=_TEXT)),
    object=_TEXT, date=_struct(**_PERIOD), subject=_TEXT,
    participants=t.ArrayType(_ENTITY), speaker=_ENTITY, text=_TEXT)

#: A row a document. `error` says why a row is no document, and `bad_line` is the line as it was read.
SCHEMA = _struct(
    id=_TEXT, offsets=_TEXT, title=_TEXT, published=_DAY, anchor=_TEXT,
    mentions=t.ArrayType(_MENTION), entities=t.ArrayType(_ENTITY_RECORD), facts=t.ArrayType(_FACT),
    warnings=t.ArrayType(_struct(code=_TEXT, detail=_TEXT)), error=_TEXT, bad_line=_TEXT)


def schema(keep_json=False):
    """The schema of a result; with `keep_json` it has the column `json` too."""
    return t.StructType(SCHEMA.fields + ([t.StructField("json", _TEXT)] if keep_json else []))


# MARK: What to call


def extract_lines(
    lines: DataFrame, *, column="value", id_field="id", text_field="text",
    published_field="published", title_field="title", command="svodka", arguments=(),
    keep_json=False,
) -> DataFrame:
    """The facts of documents that are lines of JSON, as `spark.read.text` gives them.

    A line that is no document is a row too: its reason is in `error`, the line in `bad_line`.

    column      the column of the lines
    …_field     names in the lines' objects
    command     path of svodka on the workers
    arguments   more of its options: ["--rules", "cars.rules"]
    keep_json   keep the line that svodka wrote, in the column `json`; it alone has the records of
                rules of your own
    """
    names = {
        "id": id_field, "text": text_field, "published": published_field, "title": title_field}

    def sources(batches):
        for batch in batches:
            for line in batch.column(0):
                line = line.as_py()
                if line is not None and line.strip():
                    yield _Source.of_line(line, names)

    return _run(lines.select(column), sources, command, arguments, keep_json)


def extract(
    documents: DataFrame, *, id="id", text="text", published=None, title=None, command="svodka",
    arguments=(), keep_json=False,
) -> DataFrame:
    """The facts of documents that are rows, with a column of ids and one of texts.

    `published` (a date, or a text that begins as one) and `title` name columns, if there are such.
    The rest is as in `extract_lines`.
    """
    columns = [name for name in (id, text, published, title) if name is not None]
    roles = [
        role for role, name in zip(("id", "text", "published", "title"), (id, text, published, title))
        if name is not None]

    def sources(batches):
        for batch in batches:
            values = [batch.column(index) for index in range(len(roles))]
            for row in range(batch.num_rows):
                yield _Source.of_fields({
                    role: column[row].as_py() for role, column in zip(roles, values)})

    return _run(documents.select(*columns), sources, command, arguments, keep_json)


def _run(frame, sources, command, arguments, keep_json):
    call = [
        command, "extract", "-", "--input-format", "jsonl", "--format", "jsonl", "--jobs", "1", "--quiet",
        *arguments]

    def partition(batches):
        yield from _Partition(call, keep_json).rows(sources(batches))

    return frame.mapInArrow(partition, schema(keep_json))


# MARK: Input


class _Source:
    """A row of input: a document on its way to svodka, or the reason why it is none."""

    __slots__ = ("id", "line", "fields", "error")

    def __init__(self, id=None, line=None, fields=None, error=None):
        self.id, self.line, self.fields, self.error = id, line, fields, error

    @classmethod
    def of_line(cls, line, names):
        try:
            found = json.loads(line)
        except (ValueError, RecursionError) as error:
            return cls(line=line, error=f"the line is no JSON: {error}")
        if not isinstance(found, dict):
            return cls(line=line, error="the line is no JSON object")
        source = cls.of_fields({role: found.get(name) for role, name in names.items()}, names)
        source.line = line
        return source

    @classmethod
    def of_fields(cls, fields, names=None):
        names = names or {"id": "id", "text": "text"}
        id = fields.get("id")
        if isinstance(id, bool) or not isinstance(id, (str, int, float, Decimal)):
            return cls(error=f"the field '{names['id']}' is missing or no string")
        if not isinstance(fields.get("text"), str):
            return cls(id=str(id), error=f"the field '{names['text']}' is missing or no string")
        return cls(id=str(id), fields=fields)

    def request(self, number):
        """The line for svodka. The id is the row's number there: it brings the answer back."""
        fields = {"id": str(number), "text": self.fields["text"]}
        for name in ("published", "title"):
            value = self.fields.get(name)
            if value is not None:
                fields[name] = value if isinstance(value, str) else str(value)
        try:
            return json.dumps(fields, ensure_ascii=False).encode() + b"\n"
        except UnicodeEncodeError:  # a half of a surrogate pair, which svodka repairs and reports
            return json.dumps(fields).encode() + b"\n"


# MARK: A partition


class _Partition:
    """One svodka and the rows that go through it."""

    # So many bytes of output become a batch of rows.
    BATCH = 8 << 20

    def __init__(self, call, keep_json):
        self.call, self.keep_json = call, keep_json
        self.sent = deque()  # (number, source), in the order of the lines sent
        self.refused = []  # sources that are no documents
        self.reasons = {}  # of lines, by their numbers
        self.notes = deque(maxlen=20)  # what else svodka said
        self.failure = None

    def rows(self, sources):
        """Record batches for the sources, as svodka answers."""
        process = subprocess.Popen(
            self.call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        threads = [
            threading.Thread(target=self._feed, args=(sources, process.stdin), daemon=True),
            threading.Thread(target=self._listen, args=(process.stderr,), daemon=True)]
        for thread in threads:
            thread.start()
        try:
            yield from self._answers(process.stdout)
            for thread in threads:
                thread.join()
            status = process.wait()
            if self.failure is not None:
                raise self.failure
            # 2: some line was no document; it is in `reasons`.
            if status not in (0, 2):
                raise RuntimeError(
                    f"{self.call[0]} ended with status {status}: " + "\n".join(self.notes))
            yield from self._rest()
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()

    def _feed(self, sources, pipe):
        number = 0
        try:
            with pipe:
                for source in sources:
                    if source.error is not None:
                        self.refused.append(source)
                        continue
                    number += 1
                    self.sent.append((number, source))
                    pipe.write(source.request(number))
        except BrokenPipeError:
            pass  # svodka has ended; its status tells more
        except BaseException as error:  # of Spark's own rows: it ends the task
            self.failure = error

    def _listen(self, pipe):
        for line in pipe:
            line = line.decode(errors="replace").rstrip("\n")
            found = re.search(r"-:(\d+): (.*)", line)
            if found:
                self.reasons[int(found[1])] = found[2]
            else:
                self.notes.append(line)

    def _answers(self, pipe):
        lines, ids, size = [], [], 0
        for line in pipe:
            number = int(line[7:line.index(b'"', 7)])  # {"id":"17",…
            lines.append(line)
            ids.append(self._id(number))
            size += len(line)
            if size >= self.BATCH or self.refused:
                yield from self._batches(lines, ids)
                lines, ids, size = [], [], 0
        if lines:
            yield from self._batches(lines, ids)

    def _id(self, number):
        """The id of an answered line; lines before it that got no answer were refused."""
        while True:
            sent, source = self.sent.popleft()
            if sent == number:
                return source.id
            source.error = sent
            self.refused.append(source)

    def _batches(self, lines, ids):
        yield from _typed(lines, ids, self.keep_json)
        known = [source for source in self.refused if isinstance(source.error, str)]
        if known:
            self.refused = [source for source in self.refused if not isinstance(source.error, str)]
            yield self._bad(known)

    def _rest(self):
        """What was refused and has not been told yet; all reasons are known now."""
        for number, source in self.sent:
            source.error = number
            self.refused.append(source)
        for source in self.refused:
            if isinstance(source.error, int):
                if source.error not in self.reasons:
                    raise RuntimeError(f"{self.call[0]} gave no answer to '{source.id}'")
                source.error = self.reasons[source.error]
        if self.refused:
            yield self._bad(self.refused)

    def _bad(self, sources):
        rows = [
            {"id": source.id, "error": source.error, "bad_line": source.line} for source in sources]
        return pa.RecordBatch.from_pylist(rows, schema=_arrow(schema(self.keep_json)))


# MARK: Types


def _arrow(kind, dates=True):
    """The Arrow type of a Spark type; without `dates`, days are texts, as in JSON."""
    if isinstance(kind, t.StructType):
        fields = [pa.field(field.name, _arrow(field.dataType, dates)) for field in kind]
        return pa.schema(fields) if kind in (SCHEMA, schema(True)) else pa.struct(fields)
    if isinstance(kind, t.ArrayType):
        return pa.list_(pa.field("element", _arrow(kind.elementType, dates)))
    if isinstance(kind, t.DecimalType):
        return pa.decimal128(kind.precision, kind.scale)
    if isinstance(kind, t.DateType):
        return pa.date32() if dates else pa.string()
    simple = {t.StringType: pa.string(), t.LongType: pa.int64(), t.BooleanType: pa.bool_()}
    return simple[type(kind)]


_READ = pa.schema(
    [field for field in _arrow(SCHEMA, dates=False) if field.name not in ("error", "bad_line")])


# The ends of a duration are texts, those of all else numbers: a column has one type.
_ENDS = re.compile(rb'"low":"(P[^"]*)","high":"(P[^"]*)"')


def _typed(lines, ids, keep_json):
    """Record batches of svodka's lines, with the documents' own ids."""
    renamed = [_ENDS.sub(rb'"iso_low":"\1","iso_high":"\2"', line) for line in lines]
    table = pa.concat_tables(_tables(renamed))
    nothing = pa.nulls(len(ids), pa.string())
    columns = {name: table[name] for name in table.column_names}
    columns.update(id=pa.array(ids, pa.string()), error=nothing, bad_line=nothing)
    if keep_json:
        columns["json"] = pa.array(
            ['{"id":' + json.dumps(id, ensure_ascii=False) + line[line.index(b",", 7):].decode().rstrip("\n")
             for id, line in zip(ids, lines)], pa.string())
    wanted = _arrow(schema(keep_json))
    arrays = [_cast(columns[field.name], field.type) for field in wanted]
    return [pa.RecordBatch.from_arrays(arrays, schema=wanted)]


def _cast(array, kind):
    """The array with days for texts; under a structure that is null nothing is looked at."""
    if isinstance(array, pa.ChunkedArray):
        array = array.combine_chunks()
    if pa.types.is_struct(kind):
        parts = [_cast(part, field.type) for part, field in zip(array.flatten(), kind)]
        return pa.StructArray.from_arrays(parts, fields=list(kind), mask=array.is_null())
    if pa.types.is_list(kind):
        values = _cast(array.values, kind.value_type)
        return pa.ListArray.from_arrays(array.offsets, values, type=kind, mask=array.is_null())
    return array.cast(kind)


def _read(data):
    return pyarrow.json.read_json(
        pa.BufferReader(data),
        read_options=pyarrow.json.ReadOptions(use_threads=False, block_size=len(data) + 1),
        parse_options=pyarrow.json.ParseOptions(
            explicit_schema=_READ, unexpected_field_behavior="ignore"))


def _tables(lines):
    """Tables of the lines. Where some number has more digits than the type, the lines are halved
    until the one that has it is alone, which is read by hand."""
    try:
        return [_read(b"".join(lines))]
    except pa.ArrowInvalid:
        if len(lines) > 1:
            half = len(lines) // 2
            return _tables(lines[:half]) + _tables(lines[half:])
    document = json.loads(lines[0], parse_float=Decimal)
    lost = []
    document = _fitted(document, "", lost)
    if not lost:
        raise RuntimeError(f"no line of svodka's: {lines[0][:200]!r}")
    document.setdefault("warnings", []).extend(
        {"code": "number-out-of-range", "detail": f"{path}: {number}"} for path, number in lost)
    return [pa.Table.from_pylist([document], schema=_READ)]


def _fitted(value, path, lost):
    """The value without the numbers that do not fit into the type; they are told in `lost`."""
    if isinstance(value, dict):
        return {name: _fitted(part, f"{path}.{name}".lstrip("."), lost) for name, part in value.items()}
    if isinstance(value, list):
        return [_fitted(part, f"{path}[{index}]", lost) for index, part in enumerate(value)]
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        number = Decimal(value)
        fits = number.as_tuple().exponent >= -NUMBER.scale
        if not fits or abs(number) >= 10 ** (NUMBER.precision - NUMBER.scale):
            lost.append((path, value))
            return None
    return value


# MARK: The job


def main():
    """`spark-submit svodka_spark.py INPUT OUTPUT`: lines of JSON to Parquet."""
    parser = argparse.ArgumentParser(description="Facts of JSON Lines, as Parquet.")
    parser.add_argument("input", help="files of JSON Lines, also compressed; Spark's globs work")
    parser.add_argument("output", help="folder of Parquet that is made")
    parser.add_argument("--command", default="svodka", help="path of svodka on the workers")
    parser.add_argument("--partitions", type=int, help="spread the lines over so many partitions")
    parser.add_argument("--date-field", default="published")
    parser.add_argument("--keep-json", action="store_true")
    arguments = parser.parse_args()
    spark = SparkSession.builder.appName("svodka").getOrCreate()
    lines = spark.read.text(arguments.input)
    if arguments.partitions:
        lines = lines.repartition(arguments.partitions)
    facts = extract_lines(
        lines, command=arguments.command, published_field=arguments.date_field,
        keep_json=arguments.keep_json)
    facts.write.parquet(arguments.output)


if __name__ == "__main__":
    main()
