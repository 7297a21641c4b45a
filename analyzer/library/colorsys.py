"""colorsys: colours in other coordinates."""


def rgb_to_hsv(r, g, b):
    high, low = max(r, g, b), min(r, g, b)
    if low == high:
        return 0.0, 0.0, high
    distance = high - low
    red, green, blue = (high - r) / distance, (high - g) / distance, (high - b) / distance
    hue = blue - green if r == high else 2.0 + red - blue if g == high else 4.0 + green - red
    return (hue / 6.0) % 1.0, distance / high, high


def hsv_to_rgb(h, s, v):
    if s == 0.0:
        return v, v, v
    part = int(h * 6.0)
    rest = h * 6.0 - part
    p, q, t = v * (1.0 - s), v * (1.0 - s * rest), v * (1.0 - s * (1.0 - rest))
    return ((v, t, p), (q, v, p), (p, v, t), (p, q, v), (t, p, v), (v, p, q))[part % 6]
