"""A list of danger words is read as it is meant: alternatives, beginnings and gaps."""

from domain.danger import net


def test_a_list_says_alternatives_beginnings_and_gaps() -> None:
    found = net([], ["slå mig/ham … ihjel", "selvmord*"])
    assert found.catches("vil slå mig helt selv ihjel")
    assert not found.catches("slå ham i går i parken ihjel")
    assert not found.catches("slå dig ihjel")
    assert found.catches("selvmordet")
    assert not found.catches("ikkeselvmord")


def test_an_empty_net_catches_nothing() -> None:
    assert not net([], []).catches("selvmord")
    assert not net([""], [""]).catches("")
    assert not net([""], [""]).is_call("")
