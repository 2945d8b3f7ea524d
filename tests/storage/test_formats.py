"""What this version sealed, every later one must open: rows, and the backups of weeks ago."""

import io
from base64 import b85decode
from pathlib import Path

from storage import sealed_file
from storage.sealing import tag, unseal

KEY = bytes(range(32))
CHUNK = 64 * 1024
# Sealed by the first version that did; in base 85.
WORDS = b85decode(
    b"0c2%nXJ~0^Yiw<9Z%7;7bpp#F_FE7-%HT&RKIE)zZ{<#oa;MR(Nc*FuNR;V7z)TXG1pV`PKm9_=&l_8q=O9W"
    b"!DEjfN*6)F(iU^F`4%SOM1&eR(LlKHG=45yuG^fRl#^3Qa#CsD?QI2tverrv*ezW@C#i9+k=prkCAHjLKG_r"
    b"Y<vD&l<$1<OosA)1nE6GV#1&M%Mf|keqMo>$Jk};8fP2drw`j9avT#(%1;A>c+_w00|&X)1bsW-Dy&v*e5NW"
    b"y?0&dM(a>ZlcT0YZOkV?{dh2tY`d0*6=(z490W)a>OE>rN-4`=W&_J{qiC(Wq5`(NNY0tMkO|%g68<Ya%}Sn"
    b"_vt(h(&OFZXy&f4uZ55rv"
)
FILE = b85decode(
    b"VsdX{d1q&3av*bMVQgh&AZBT7WeNZQ0GE3rc4cyNX>V>KIv_DDAR=>NY;+<zAR;z2HZ?XjHa9jnHaRw7Hexn"
    b"oHe@zsHfA?4H!(LdH#0XhH#IjlH#avpH#s+9H)1zqH)J<uH)c36I59XfI5Q$FAR=REWn*h1Iv^r3VKy~0H8)"
    b"{5V`DX9H90agV>4qjWn*SBIW#h2G&3_IEFdClX>Md9Iv^rsVRT_4eI{G2M0zt@mp;w&|1J>DTKVTS2vQjH^{"
    b"@"
)


def test_a_value_sealed_by_the_first_version_is_opened() -> None:
    assert unseal(KEY, "words/1", WORDS) == {"where": "Bænken"}


def test_a_file_sealed_by_the_first_version_is_opened(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(FILE)
    into = io.BytesIO()
    sealed_file.read(tmp_path / "old", lambda _: KEY, into)
    assert into.getvalue() == b"brobygger"


def test_what_is_found_again_by_its_tag_keeps_it() -> None:
    assert tag(KEY, "123") == "e7c5538a4b15664ed667e05be3c25040"


def test_a_long_file_is_sealed_in_pieces_of_the_size_that_was_agreed(tmp_path: Path) -> None:
    for length, pieces in ((CHUNK, 1), (CHUNK + 1, 2)):
        sealed_file.write(tmp_path / "new", KEY, {"kind": "data"}, io.BytesIO(bytes(length)))
        around = len(FILE) - len(b"brobygger") - 16
        assert (tmp_path / "new").stat().st_size == around + length + 16 * pieces
