"""urllib, with the functions that Python 2 has here."""

from urllib.parse import quote, quote_plus, unquote, unquote_plus, urlencode
from urllib.request import urlcleanup, urlopen, urlretrieve
