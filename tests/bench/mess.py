"""Records as people write them: the same data as the canonical form, in other clothes."""


def quoted(text, rng):
    """A scalar in one of YAML's quoted styles."""
    if rng.random() < 0.5:
        return "'" + text.replace("'", "''") + "'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("é", "\\u00e9")
    return f'"{escaped}"'


def scalar(text, rng, flow=False):
    needs_quotes = ": " in text or (flow and any(mark in text for mark in ",[]{}"))
    return quoted(text, rng) if needs_quotes or rng.random() < 0.3 else text


def flow_list(items, rng):
    written = [scalar(item, rng, flow=True) for item in items]
    if rng.random() < 0.5:
        return " [" + ", ".join(written) + "]\n"
    return " [\n" + "".join(f"    {item},\n" for item in written) + "  ]\n"


def block_list(items, rng):
    indent = rng.choice(("", "  ", "    "))
    return "\n" + "".join(f"{indent}- {scalar(item, rng)}\n" for item in items)


def reference_list(pairs, rng):
    indent = rng.choice(("", "  "))
    return "\n" + "".join(f"{indent}- url: {url}\n{indent}  title: {scalar(title, rng)}\n"
                          for title, url in pairs)


def prose(lines, rng):
    style = rng.choice(("|", "|", ">", "|-", "|+", '"'))
    if style == '"':
        return " " + quoted("\n".join(lines), rng=FixedChoice()).replace("\n", "\\n") + "\n"
    separator = "\n\n" if style == ">" else "\n"  # a folded line end is written as an empty line
    indent = " " * rng.choice((2, 4))
    body = separator.join(indent + line for line in lines)
    return f" {style}\n{body}\n"


class FixedChoice:
    """Stands in for a random generator where only double quotes will do."""

    def random(self):
        return 1.0


def field_text(field, value, rng):
    key = f'"{field}"' if rng.random() < 0.05 else field
    if isinstance(value, str):
        comment = "  # as on the card" if rng.random() < 0.2 else ""
        return f"{key}:{' ' * rng.choice((1, 1, 3))}{scalar(value, rng)}{comment}\n"
    if isinstance(value, tuple):
        return f"{key}:" + prose(value[1], rng)
    if isinstance(value[0], tuple):
        return f"{key}:" + reference_list(value, rng)
    written = flow_list if rng.random() < 0.5 else block_list
    return f"{key}:" + written(value, rng)


def messy_text(fields, rng):
    """The record with a random choice of habits: other quotes, lists, indentation, blank lines,
    comments, order, line ends."""
    fields = list(fields)
    if rng.random() < 0.3:
        rng.shuffle(fields)
    between = rng.choice(("", "\n", "\n\n"))
    texts = []
    for field, value in fields:
        comment = "# please check\n" if rng.random() < 0.1 else ""
        texts.append(comment + field_text(field, value, rng))
    text = between.join(texts)
    if rng.random() < 0.2:
        text = "---\n" + text
    if rng.random() < 0.2:
        text = text.replace("\n", "\r\n")
    if rng.random() < 0.1:
        text = "\ufeff" + text
    return text
