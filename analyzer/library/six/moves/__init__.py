"""six.moves: what moved between Python 2 and 3."""

from collections import UserDict, UserList, UserString
from functools import reduce
from importlib import reload as reload_module
from io import StringIO
from io import StringIO as cStringIO
from itertools import filterfalse, zip_longest
from os import getcwd, getcwdb
from shlex import quote as shlex_quote
from subprocess import getoutput
from sys import intern

import _thread
import builtins
import configparser
import copyreg
import html.entities as html_entities
import html.parser as html_parser
import http.client as http_client
import http.cookiejar as http_cookiejar
import http.cookies as http_cookies
import http.server as BaseHTTPServer
import pickle as cPickle
import queue
import reprlib
import socketserver
import tkinter
import xmlrpc.client as xmlrpc_client
import xmlrpc.server as xmlrpc_server

range = range
xrange = range
zip = zip
map = map
filter = filter
input = input
getcwdu = getcwd
