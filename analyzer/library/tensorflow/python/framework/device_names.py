"""Device strings such as `/job:worker/task:0/device:GPU:1`."""

_ORDER = ("job", "replica", "task", "device")


def _parts(text):
    result = {}
    for part in text.split("/"):
        key, _, rest = part.partition(":")
        if key in ("cpu", "gpu", "CPU", "GPU"):
            result["device"] = "%s:%s" % (key.upper(), rest or "0")
        elif key == "device":
            kind, _, index = rest.partition(":")
            result["device"] = "%s:%s" % (kind.upper(), index or "*")
        elif key:
            result[key] = rest
    return result


def merge(devices):
    """What inner devices do not say is taken from outer ones; None forgets them all, functions are not followed."""
    result = {}
    for device in devices:
        if device is None:
            result = {}
        elif isinstance(device, str):
            result.update(_parts(device))
        elif hasattr(device, "to_string"):
            result.update(_parts(device.to_string()))
    return "".join("/%s:%s" % (key, result[key]) for key in _ORDER if result.get(key))
