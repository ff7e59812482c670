"""Examples: what ``fields.yml`` shows for a field, as a node and as a plain value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType

from hyeopchi.fields import Field, Schema
from hyeopchi.nodes import Listing, Node, Pair, Scalar
from hyeopchi.nodes import Mapping as MappingNode
from hyeopchi.plain import Plain, number
from hyeopchi.strict_yaml import read_yaml


def example_node(field: Field) -> Node:
    """The example as a record would hold it below the field's name."""
    root = read_yaml(f"{field.name}: {field.example}", "fields.yml").root
    return root.pairs[0].value


def example(field: Field, schema: Schema) -> Plain:
    """The example as a plain value: numbers and truth values typed, all else text."""
    return _value(example_node(field), field, schema)


def _value(node: Node, field: Field, schema: Schema) -> Plain:
    if isinstance(node, Listing):
        return [_value(item, field, schema) for item in node.items]
    if isinstance(node, Scalar):
        return _TYPED.get(field.type, str)(node.text)
    if field.type == "citations":
        return {pair.key.text: pair.value.text for pair in node.pairs}
    fields = schema.structures[field.type].fields
    return {pair.key.text: _value(pair.value, fields[pair.key.text], schema)
            for pair in node.pairs}


def resting_on(key: Scalar, node: Node, name: str = "") -> Node:
    """``node``, the value of the field ``name``, with the source ``key`` in every citation."""
    if isinstance(node, Listing):
        return Listing(tuple(resting_on(key, item) for item in node.items), node.place)
    if isinstance(node, Scalar):
        return node
    if name == "from":
        return MappingNode((Pair(key, node.pairs[0].value),), node.place)
    return MappingNode(tuple(Pair(pair.key, resting_on(key, pair.value, pair.key.text))
                             for pair in node.pairs), node.place)


_TYPED: Mapping[str, Callable[[str], Plain]] = MappingProxyType({
    "integer": int, "number": lambda text: number(Decimal(text)),
    "boolean": lambda text: text == "true"})
