#include "analyzer/source/notebook_commands.h"

#include <algorithm>
#include <array>

#include "analyzer/source/characters.h"

namespace tfscope {
namespace {

/// Whether the end of a line belongs to a comment or to a text that goes on.
bool EndsInCommentOrText(std::string_view line) {
  char quote = 0;
  for (size_t i = 0; i < line.size(); ++i) {
    if (quote != 0) {
      if (line[i] == '\\')
        ++i;
      else if (line[i] == quote)
        quote = 0;
    } else if (line[i] == '#') {
      return true;
    } else if (line[i] == '"' || line[i] == '\'') {
      quote = line[i];
    }
  }
  return quote != 0;
}

/// Commands whose names nobody gives to a variable: alone, or with anything behind.
constexpr std::array<std::string_view, 12> kShellCommands = {"cat", "cd",    "conda", "cp",  "ll",  "ls",
                                                             "man", "mkdir", "mv",    "pip", "pwd", "rm"};
/// Those that may be names, too: with a word behind.
constexpr std::array<std::string_view, 10> kMagicCommands = {"env",   "less",       "load_ext", "matplotlib", "more",
                                                             "pylab", "reload_ext", "rmdir",    "run",        "timeit"};
constexpr std::array<std::string_view, 7> kOperators = {"and", "for", "if", "in", "is", "not", "or"};

template <typename Names>
bool IsAmong(const Names& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// Whether the body of a cell under this magic is Python that runs in the notebook.
bool RunsPython(std::string_view magic) {
  static constexpr std::array<std::string_view, 5> kNames = {"%%capture", "%%prun", "%%time", "%%timeit", "%%px"};
  return IsAmong(kNames, magic.substr(0, magic.find_first_of(" \t")));
}

std::string_view FirstWord(std::string_view text) {
  const auto end = std::ranges::find_if_not(text, IsNamePart);
  return text.substr(0, static_cast<size_t>(end - text.begin()));
}

bool IsCommandCell(std::string_view text) {
  while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
  if (text.find('\n') != std::string_view::npos) return false;
  const std::string_view line = Trimmed(text);
  const std::string_view command = FirstWord(line);
  const std::string_view behind = line.substr(command.size());
  if (!behind.empty() && behind.front() != ' ') return false;
  const std::string_view rest = Trimmed(behind);
  if (rest.starts_with('=') || rest.starts_with(',')) return false;
  if (IsAmong(kShellCommands, command)) return true;
  const std::string_view word = FirstWord(rest);
  return IsAmong(kMagicCommands, command) && !word.empty() && !IsAmong(kOperators, word);
}

}  // namespace

std::string_view Trimmed(std::string_view line) {
  const size_t begin = line.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(" \t") - begin + 1);
}

bool IsMagic(std::string_view statement) {
  if (statement.empty() || statement.front() == '#') return false;
  if (std::string_view("%!?").find(statement.front()) != std::string_view::npos) return true;
  return statement.ends_with('?') && !EndsInCommentOrText(statement);
}

size_t AssignedCommand(std::string_view line) {
  const size_t equals = line.find('=');
  if (equals == std::string_view::npos) return equals;
  const size_t value = line.find_first_not_of(" \t", equals + 1);
  const bool is_command = value != std::string_view::npos && (line[value] == '!' || line[value] == '%');
  const bool has_target = line.substr(0, equals).find_first_of("'\"#(!<>=") == std::string_view::npos;
  return is_command && has_target ? value : std::string_view::npos;
}

size_t TimedStatement(std::string_view line) {
  constexpr std::string_view kTime = "%time ";
  const size_t begin = line.find_first_not_of(" \t");
  if (begin == std::string_view::npos || !line.substr(begin).starts_with(kTime)) return std::string_view::npos;
  const size_t statement = line.find_first_not_of(' ', begin + kTime.size());
  if (statement == std::string_view::npos) return statement;
  return std::string_view("%!-").find(line[statement]) == std::string_view::npos ? statement : std::string_view::npos;
}

bool IsForeignCell(std::string_view text) {
  std::string_view rest = text;
  while (true) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = Trimmed(rest.substr(0, end));
    if (!line.starts_with("%%")) return IsCommandCell(text);
    if (!RunsPython(line)) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

}  // namespace tfscope
