"""Words of kinship, by whom they name: text of regular expressions."""

from __future__ import annotations

WOMEN = "孙女|女儿|母亲|妈妈|奶奶|外婆|妻子"
MEN = "孙子|儿子|父亲|爸爸|爷爷|外公|丈夫"
KIN = rf"{WOMEN}|{MEN}|老伴|爱人|女婿|儿?媳妇?"
