#include "tests/fuzz/token_mutator.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "analyzer/source/tokens.h"

namespace tfscope {
namespace {

// What is worth trying anywhere; two blanks or a line end stand between words.
constexpr std::string_view kWords = R"(
+  -  *  /  //  %  **  <<  >>  &  |  ^  ~  @  ==  !=  <  >=  =  +=  *=  :=  (  )  [  ]  {  }  ,  :  .  ;  ->  ...  `
<>  not  and  or  in  not in  is  is not  if  else  elif  for  while  lambda:  lambda *a, **k:  yield  yield from
await  async  return  raise  del  global  nonlocal  import  from  as  with  try:  finally:  except:  class  def
pass  break  continue  assert  match  case  print  exec  None  True  False  self  cls  0  1  -1  2  7  10**30
1 << 70  2**63  -2**63  1.5  1e308  -0.0  float('nan')  float('inf')  1j  0x7fffffffffffffff  ''  'a'  '{}'
'%s %r %d'  '%*.*f'  '{0!r:>{1}}'  f'{x!r:{y}}'  b'\xff'  u'\u1234'  ()  []  {}  set()  {1}  {1: 2}  [0]  (1,)  [:]
[::-1]  [1:2]  [-1]  *  **  x  x.y  x()  x[0]  *x  **x  len(x)  range(3)  range  iter  next  list  dict  tuple  str
int  float  bool  bytes  set  frozenset  type  object  super  super()  property  classmethod  staticmethod
isinstance  issubclass  getattr  setattr  delattr  hasattr  vars  dir  globals()  locals()  eval  compile  open
input()  map  filter  zip  enumerate  sorted  reversed  sum  min  max  abs  round  divmod  pow  hash  id  repr
format  ord  chr  any  all  callable  slice(None)  memoryview  bytearray  Exception  ValueError('x')  StopIteration
KeyError  GeneratorExit  NotImplemented  __name__  __class__  __dict__  __init__  __new__  __call__  __getattr__
__getattribute__  __setattr__  __get__  __set__  __set_name__  __init_subclass__  __prepare__  __instancecheck__
__eq__  __hash__  __lt__  __add__  __radd__  __iadd__  __len__  __bool__  __iter__  __next__  __contains__
__getitem__  __setitem__  __enter__  __exit__  __repr__  __str__  __format__  __index__  __slots__  __mro__
__bases__  __globals__  __code__  __closure__  __defaults__  __qualname__  .append(x)  .extend(x)  .update(x)
.pop()  .items()  .keys()  .join(x)  .format(x)  .split()  .replace(x, y)  .sort(key=x)  .send(x)  .throw(x)
.close()  import math  import itertools  import functools  import collections  import copy  import os  import sys
import re  import json  import operator  import unknown  unknown  unknown.x  unknown()  import numpy as np
)";

constexpr std::string_view kBlocks[] = {"x = 1\n",
                                        "x = x\n",
                                        "if x:\n  pass\n",
                                        "for x in y:\n  pass\n",
                                        "def x(*a, **k):\n  return x\n",
                                        "class x(x):\n  pass\n",
                                        "while True:\n  break\n",
                                        "try:\n  x\nexcept Exception as e:\n  raise\n"};

std::vector<std::string_view> WordList() {
  std::vector<std::string_view> words;
  for (size_t begin = 0; begin < kWords.size();) {
    const size_t end = std::min({kWords.find("  ", begin), kWords.find('\n', begin), kWords.size()});
    if (end > begin) words.push_back(kWords.substr(begin, end - begin));
    begin = kWords.substr(end).starts_with("  ") ? end + 2 : end + 1;
  }
  return words;
}

struct Range {
  size_t begin;
  size_t end;
};

std::vector<Range> TokensOf(std::string_view program) {
  std::vector<Range> tokens;
  for (const LogicalLine& line : Tokenize(program)) {
    for (const Token& token : line.tokens) {
      const size_t begin = static_cast<size_t>(token.text.data() - program.data());
      tokens.push_back({begin, begin + token.text.size()});
    }
  }
  return tokens;
}

std::vector<std::string_view> LinesOf(std::string_view program) {
  std::vector<std::string_view> lines;
  while (!program.empty()) {
    const size_t end = std::min(program.find('\n'), program.size() - 1) + 1;
    lines.push_back(program.substr(0, end));
    program.remove_prefix(end);
  }
  return lines;
}

std::string Joined(const std::vector<std::string_view>& lines) {
  std::string text;
  for (const std::string_view line : lines) text += line;
  return text;
}

std::string_view Cut(std::string_view text, Range range) { return text.substr(range.begin, range.end - range.begin); }

std::string Replaced(std::string_view text, Range range, std::string_view by) {
  std::string result(text.substr(0, range.begin));
  const bool apart = by.size() > 1;
  if (apart && !result.empty() && result.back() != '\n' && by.front() != '.') result += ' ';
  result += by;
  if (apart) result += ' ';
  return result += text.substr(range.end);
}

}  // namespace

size_t TokenMutator::Below(size_t bound) {
  return std::uniform_int_distribution<size_t>(0, std::max<size_t>(bound, 1) - 1)(random_);
}

std::string_view TokenMutator::RandomWord() {
  if (Chance(12)) return kBlocks[Below(std::size(kBlocks))];
  static const std::vector<std::string_view> words = WordList();
  return words[Below(words.size())];
}

std::string TokenMutator::Mutate(std::string_view program) {
  std::string result(program);
  for (size_t changes = 1 + Below(4); changes > 0; --changes) result = MutateOnce(result);
  return result;
}

std::string TokenMutator::MutateOnce(std::string_view program) {
  return Chance(3) ? MutateLines(program) : MutateTokens(program);
}

std::string TokenMutator::MutateTokens(std::string_view program) {
  const std::vector<Range> tokens = TokensOf(program);
  if (tokens.empty()) return std::string(RandomWord());
  const auto some = [&](size_t most) {
    const size_t first = Below(tokens.size());
    const size_t last = std::min(first + Below(most), tokens.size() - 1);
    return Range{tokens[first].begin, tokens[last].end};
  };
  const Range place = some(1);
  switch (Below(6)) {
    case 0:
      return Replaced(program, place, RandomWord());
    case 1:
      return Replaced(program, {place.end, place.end}, RandomWord());
    case 2:
      return Replaced(program, some(4), "");
    case 3:
      return Replaced(program, place, Cut(program, some(1)));
    case 4:
      return Replaced(program, some(6), Cut(program, some(10)));
    default:
      return Replaced(program, {place.begin, place.begin}, Cut(program, some(10)));
  }
}

std::string TokenMutator::MutateLines(std::string_view program) {
  std::vector<std::string_view> lines = LinesOf(program);
  if (lines.empty()) return std::string(RandomWord());
  const auto at = [&](size_t index) { return lines.begin() + static_cast<std::ptrdiff_t>(index); };
  const size_t first = Below(lines.size());
  const size_t count = std::min(1 + Below(4), lines.size() - first);
  switch (Below(5)) {
    case 0:
      lines.erase(at(first), at(first + count));
      return Joined(lines);
    case 1: {
      const std::vector<std::string_view> copied(at(first), at(first + count));
      lines.insert(at(Below(lines.size() + 1)), copied.begin(), copied.end());
      return Joined(lines);
    }
    case 2:
      std::swap(lines[first], lines[Below(lines.size())]);
      return Joined(lines);
    case 3: {
      const size_t blanks = lines[first].find_first_not_of(' ');
      if (blanks != lines[first].npos) lines[first].remove_prefix(std::min<size_t>(blanks, 2));
      return Joined(lines);
    }
    default: {
      std::string result = Joined({lines.begin(), at(first)});
      for (size_t index = first; index < first + count; ++index) result += "  " + std::string(lines[index]);
      return result + Joined({at(first + count), lines.end()});
    }
  }
}

std::string TokenMutator::Cross(std::string_view left, std::string_view right) {
  const std::vector<std::string_view> from = LinesOf(right);
  if (from.empty()) return std::string(left);
  if (Chance(2)) {
    const std::vector<Range> targets = TokensOf(left);
    const std::vector<Range> sources = TokensOf(right);
    if (targets.empty() || sources.empty()) return std::string(right);
    const size_t first = Below(sources.size());
    const size_t last = std::min(first + Below(12), sources.size() - 1);
    return Replaced(left, targets[Below(targets.size())], Cut(right, {sources[first].begin, sources[last].end}));
  }
  const std::vector<std::string_view> into = LinesOf(left);
  const size_t place = Below(into.size() + 1);
  const size_t first = Below(from.size());
  const size_t last = first + std::min(1 + Below(12), from.size() - first);
  const auto part = [](const std::vector<std::string_view>& lines, size_t begin, size_t end) {
    return Joined(
        {lines.begin() + static_cast<std::ptrdiff_t>(begin), lines.begin() + static_cast<std::ptrdiff_t>(end)});
  };
  return part(into, 0, place) + part(from, first, last) + part(into, place, into.size());
}

}  // namespace tfscope
