"""Vega-Lite specifications drawn as pictures, here on the server; nothing is fetched."""

import json

from jinque.model.chart import Spec

# Of a picture on paper: two dots for each point of the drawing.
_SCALE = 2

# No address is allowed: the numbers stand in the specification.
_NOWHERE: list[str] = []


def svg(spec: Spec) -> bytes:
    """Return an SVG whose letters are text, in the first font of its list that a reader has."""
    import vl_convert  # loads a drawing engine of some 100 MB, which few uses need

    drawn = vl_convert.vegalite_to_svg(json.dumps(spec), allowed_base_urls=_NOWHERE)
    return drawn.encode()


def png(spec: Spec) -> bytes:
    """Return a PNG; without a Chinese font on this machine its Chinese letters are boxes."""
    import vl_convert

    return vl_convert.vegalite_to_png(json.dumps(spec), scale=_SCALE, allowed_base_urls=_NOWHERE)
