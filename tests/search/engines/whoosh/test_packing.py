from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.search.engines.whoosh.bundle import Bundle, BundleWriter, DamagedFile
from articles.search.engines.whoosh.packing import PackReader, PackWriter, repeated, spans, stable_order, starts_of

NUMBERS = st.sampled_from([1, 1, 1, 2, 255, 256, 65_535, 65_536, 2**32 - 1]) | st.integers(0, 2**32 - 1)
RUNS = st.lists(st.lists(NUMBERS, min_size=1, max_size=6), max_size=12)


@settings(deadline=None)
@given(RUNS, st.integers(0, 12))
def test_runs_come_back_one_by_one_and_in_ranges(tmp_path_factory, runs, cut):
    path = tmp_path_factory.mktemp("pack") / "a.seg"
    bundle = BundleWriter(path)
    writer = PackWriter(bundle, "x")
    for part in (runs[:cut], runs[cut:]):
        values = np.array([number for run in part for number in run], np.int64)
        writer.append(values, np.array([len(run) for run in part], np.int64))
    writer.finish()
    bundle.close()
    reader = PackReader(Bundle(path), "x")
    assert [reader.run(number, len(run)).tolist() for number, run in enumerate(runs)] == runs
    for first in range(len(runs)):
        for last in range(first, len(runs) + 1):
            counts = np.array([len(run) for run in runs[first:last]], np.int64)
            expected = [number for run in runs[first:last] for number in run]
            assert reader.runs(first, last, counts).tolist() == expected


def test_a_run_of_ones_takes_no_room_and_a_run_of_bytes_a_byte_each(tmp_path):
    bundle = BundleWriter(tmp_path / "a.seg")
    writer = PackWriter(bundle, "x")
    writer.append(np.array([1, 1, 1, 7, 200]), np.array([3, 2]))
    writer.finish()
    bundle.close()
    read = Bundle(tmp_path / "a.seg")
    assert [read.array(f"x.{number}").nbytes for number in (1, 2, 3)] == [2, 0, 0]


def test_starts_and_spans():
    counts = np.array([2, 0, 3])
    assert starts_of(counts).tolist() == [0, 2, 2]
    assert starts_of(np.zeros(0, np.int64)).tolist() == []
    assert spans(np.array([10, 5, 0]), counts).tolist() == [10, 11, 0, 1, 2]


class TestBundle:
    @pytest.fixture
    def path(self, tmp_path):
        writer = BundleWriter(tmp_path / "a.seg")
        writer.add("numbers", np.arange(1000, dtype=np.int32))
        writer.add_json("values", ["پ", "é"])
        spool = writer.spool()
        spool.write(np.arange(5, dtype=np.uint16).tobytes())
        writer.add_spool("later", spool, np.dtype(np.uint16))
        writer.close()
        return tmp_path / "a.seg"

    def test_arrays_come_back_aligned_and_read_only(self, path):
        bundle = Bundle(path)
        numbers = bundle.array("numbers")
        assert numbers.tolist() == list(range(1000))
        assert numbers.flags.aligned
        assert not numbers.flags.writeable
        assert bundle.json("values") == ["پ", "é"]
        assert bundle.array("later").tolist() == [0, 1, 2, 3, 4]
        bundle.verify()

    @pytest.mark.parametrize("left", [0, 1, 20, 500, -1])
    def test_a_cut_file_is_told_at_opening(self, path, left):
        data = path.read_bytes()
        path.write_bytes(data[:left])
        with pytest.raises(DamagedFile, match=r"a\.seg"):
            Bundle(path)

    def test_a_zeroed_file_is_told_at_opening(self, path):
        path.write_bytes(b"\0" * path.stat().st_size)
        with pytest.raises(DamagedFile):
            Bundle(path)

    def test_a_flipped_bit_is_told_by_the_checksum(self, path):
        data = bytearray(path.read_bytes())
        data[600] ^= 1
        path.write_bytes(data)
        with pytest.raises(DamagedFile, match="checksum"):
            Bundle(path).verify()

    def test_an_array_there_is_not_is_damage(self, path):
        with pytest.raises(DamagedFile, match="nothing"):
            Bundle(path).array("nothing")

    def test_an_abandoned_file_is_gone(self, tmp_path):
        writer = BundleWriter(tmp_path / "b.seg")
        writer.add("numbers", np.arange(3))
        writer.abandon()
        assert list(tmp_path.iterdir()) == []


@given(st.lists(st.integers(0, 2**34 - 1) | st.sampled_from([0, 1, 2**16 - 1, 2**16, 2**32]), min_size=1))
def test_numbers_of_any_size_are_sorted_stably(numbers):
    keys = np.array(numbers, np.int64)
    assert stable_order(keys, max(numbers) + 1).tolist() == np.argsort(keys, kind="stable").tolist()


@given(
    st.lists(st.tuples(st.integers(0, 255), st.integers(0, 3)), max_size=9),
    st.sampled_from([np.uint8, np.int32, np.uint32, np.int64]),
)
def test_values_are_repeated_as_numpy_does(pairs, dtype):
    values = np.array([value for value, _ in pairs], dtype)
    counts = np.array([count for _, count in pairs], np.int64)
    found = repeated(values, counts)
    assert found.dtype == dtype
    assert found.tolist() == np.repeat(values, counts).tolist()
