#include "analyzer/configuration/glob.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace tfscope {
namespace {

constexpr size_t kNone = std::string_view::npos;

constexpr std::pair<std::string_view, int (*)(int)> kClasses[] = {
    {"alnum", &std::isalnum}, {"alpha", &std::isalpha}, {"blank", &std::isblank}, {"cntrl", &std::iscntrl},
    {"digit", &std::isdigit}, {"graph", &std::isgraph}, {"lower", &std::islower}, {"print", &std::isprint},
    {"punct", &std::ispunct}, {"space", &std::isspace}, {"upper", &std::isupper}, {"xdigit", &std::isxdigit},
};

/// The length of `[:alpha:]` or the like at `at` inside of a set; 0 if there is none.
size_t ClassLength(std::string_view set, size_t at) {
  if (!set.substr(at).starts_with("[:")) return 0;
  const size_t end = set.find(":]", at + 2);
  return end == kNone ? 0 : end + 2 - at;
}

bool IsInClass(std::string_view name, unsigned char byte) {
  return std::ranges::any_of(kClasses,
                             [&](const auto& known) { return known.first == name && known.second(byte) != 0; });
}

/// The length of the character set that begins with `[` at `at`; 0 if it has no end.
size_t SetLength(std::string_view pattern, size_t at) {
  size_t end = at + 1;
  if (end < pattern.size() && (pattern[end] == '!' || pattern[end] == '^')) ++end;
  if (end < pattern.size() && pattern[end] == ']') ++end;  // first, it stands for itself
  while (end < pattern.size() && pattern[end] != ']') {
    end += pattern[end] == '\\' ? 2 : std::max<size_t>(1, ClassLength(pattern, end));
  }
  return end < pattern.size() ? end + 1 - at : 0;
}

bool IsInSet(std::string_view set, char character) {
  bool negated = false;
  if (!set.empty() && (set.front() == '!' || set.front() == '^')) {
    negated = true;
    set.remove_prefix(1);
  }
  bool found = false;
  const auto take = [&](size_t& at) {
    if (set[at] == '\\' && at + 1 < set.size()) ++at;
    return static_cast<unsigned char>(set[at++]);
  };
  const auto byte = static_cast<unsigned char>(character);
  for (size_t at = 0; at < set.size();) {
    if (const size_t length = ClassLength(set, at); length > 0) {
      found = found || IsInClass(set.substr(at + 2, length - 4), byte);
      at += length;
      continue;
    }
    const unsigned char first = take(at);
    unsigned char last = first;
    if (at + 1 < set.size() && set[at] == '-') {
      ++at;
      last = take(at);
    }
    found = found || (byte >= first && byte <= last);
  }
  return found != negated;
}

/// Matches one element of the pattern, which is no `*`, against one character: the element's length, or 0.
size_t MatchOne(std::string_view pattern, size_t at, char character) {
  switch (pattern[at]) {
    case '?':
      return 1;
    case '[':
      if (const size_t length = SetLength(pattern, at); length > 0) {
        return IsInSet(pattern.substr(at + 1, length - 2), character) ? length : 0;
      }
      return character == '[' ? 1 : 0;
    case '\\':
      if (at + 1 < pattern.size()) return pattern[at + 1] == character ? 2 : 0;
      [[fallthrough]];
    default:
      return pattern[at] == character ? 1 : 0;
  }
}

/// `**`; git takes more stars for the same.
bool IsAnyFolders(std::string_view part) { return part.size() > 1 && part.find_first_not_of('*') == kNone; }

std::vector<std::string_view> Split(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    const size_t slash = path.find('/');
    if (slash != 0) parts.push_back(path.substr(0, slash));
    path.remove_prefix(slash == kNone ? path.size() : slash + 1);
  }
  return parts;
}

}  // namespace

bool MatchesName(std::string_view pattern, std::string_view name) {
  size_t at = 0;
  size_t in_name = 0;
  size_t star = kNone;      // after the last `*`, to which a failure returns,
  size_t star_in_name = 0;  // giving it one character more
  while (in_name < name.size()) {
    if (at < pattern.size() && pattern[at] == '*') {
      star = ++at;
      star_in_name = in_name;
      continue;
    }
    const size_t length = at < pattern.size() ? MatchOne(pattern, at, name[in_name]) : 0;
    if (length > 0) {
      at += length;
      ++in_name;
    } else if (star != kNone) {
      at = star;
      in_name = ++star_in_name;
    } else {
      return false;
    }
  }
  while (at < pattern.size() && pattern[at] == '*') ++at;
  return at >= pattern.size();
}

// `a/**` does not match `a` itself: nothing is left of the path for `**` to begin with.
bool MatchesPath(std::string_view pattern, std::string_view path) {
  const std::vector<std::string_view> patterns = Split(pattern);
  const std::vector<std::string_view> parts = Split(path);
  size_t at = 0;
  size_t in_path = 0;
  size_t star = kNone;
  size_t star_in_path = 0;
  while (in_path < parts.size()) {
    if (at < patterns.size() && IsAnyFolders(patterns[at])) {
      star = ++at;
      star_in_path = in_path;
    } else if (at < patterns.size() && MatchesName(patterns[at], parts[in_path])) {
      ++at;
      ++in_path;
    } else if (star != kNone) {
      at = star;
      in_path = ++star_in_path;
    } else {
      return false;
    }
  }
  return at == patterns.size();
}

bool MatchesPattern(std::string_view pattern, std::string_view path) {
  if (pattern.starts_with("./")) pattern.remove_prefix(2);
  while (pattern.ends_with('/')) pattern.remove_suffix(1);
  if (pattern.find('/') != kNone) return MatchesPath(pattern, path);
  return MatchesName(pattern, path.substr(path.rfind('/') + 1));
}

bool CoversPath(std::string_view pattern, std::string_view path) {
  for (size_t end = path.find('/'); end != kNone; end = path.find('/', end + 1)) {
    if (MatchesPattern(pattern, path.substr(0, end))) return true;
  }
  return MatchesPattern(pattern, path);
}

}  // namespace tfscope
