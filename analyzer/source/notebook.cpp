#include "analyzer/source/notebook.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analyzer/source/decoding.h"
#include "analyzer/source/notebook_commands.h"
#include "analyzer/source/tokens.h"

namespace tfscope {
namespace {

using Json = nlohmann::json;

/// The value of a field of an object; null if there is none.
const Json& FieldOf(const Json& json, const char* name) {
  static const Json kNull;
  if (!json.is_object()) return kNull;
  const auto field = json.find(name);
  return field == json.end() ? kNull : *field;
}

std::string TextOf(const Json& source) {
  std::string text;
  if (source.is_string()) text = source.get<std::string>();
  if (source.is_array()) {
    for (const Json& line : source) text += line.is_string() ? line.get<std::string>() : "";
  }
  return DecodeLeniently(text);
}

bool IsPython(const Json& notebook) {
  const Json& metadata = FieldOf(notebook, "metadata");
  for (const Json& language :
       {FieldOf(FieldOf(metadata, "language_info"), "name"), FieldOf(FieldOf(metadata, "kernelspec"), "language")}) {
    if (language.is_string()) return language.get<std::string>().find("ython") != std::string::npos;
  }
  return true;
}

/// Finds the ends of statements: which lines begin one, and which only go on with brackets, strings or a backslash.
class StatementScanner {
 public:
  bool at_start() const { return depth_ == 0 && !in_string_ && !continued_; }

  void Read(std::string_view line) {
    continued_ = false;
    for (size_t at = 0; at < line.size();) {
      const std::string_view rest = line.substr(at);
      if (in_string_) {
        at = rest.front() == '\\' ? at + 2 : rest.starts_with(quotes_) ? Close(at) : at + 1;
      } else if (rest.starts_with("\"\"\"") || rest.starts_with("'''")) {
        in_string_ = true;
        quotes_ = rest.substr(0, 3);
        at += 3;
      } else if (rest.front() == '"' || rest.front() == '\'') {
        at += std::max<size_t>(1, StringLength(rest));
      } else if (rest.front() == '#') {
        return;
      } else {
        ReadMark(rest);
        ++at;
      }
    }
  }

  /// A command of the shell goes on behind a backslash only.
  void ReadCommand(std::string_view line) { continued_ = line.ends_with('\\'); }

 private:
  size_t Close(size_t at) {
    in_string_ = false;
    return at + 3;
  }

  void ReadMark(std::string_view rest) {
    if (std::string_view("([{").find(rest.front()) != std::string_view::npos) ++depth_;
    if (std::string_view(")]}").find(rest.front()) != std::string_view::npos && depth_ > 0) --depth_;
    if (rest == "\\") continued_ = true;
  }

  int depth_ = 0;
  bool in_string_ = false;
  bool continued_ = false;
  std::string quotes_;
};

/// What IPython takes from the begin of all lines of a cell: the whitespace of the first one that is not empty.
std::string_view LeadingIndentation(std::string_view text) {
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (const size_t indentation = line.find_first_not_of(" \t\r"); indentation != std::string_view::npos) {
      return line.substr(0, std::min(indentation, line.find_first_not_of(" \t")));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return {};
}

class CellReader {
 public:
  CellReader(uint32_t number, bool is_first, Notebook& out) : number_(number), is_first_(is_first), out_(out) {}

  void Read(std::string_view text) {
    const bool is_foreign = IsForeignCell(text);
    const std::string_view indentation = LeadingIndentation(text);
    while (!text.empty()) {
      const size_t end = std::min(text.find('\n'), text.size());
      std::string_view line = text.substr(0, end);
      if (line.starts_with(indentation)) line.remove_prefix(indentation.size());
      AddLine(is_foreign ? std::string() : LineOf(line));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

 private:
  void AddLine(std::string_view line) {
    out_.text += line;
    out_.text += '\n';
    out_.cells.push_back(number_);
  }

  std::string LineOf(std::string_view line) {
    if (!scanner_.at_start()) {
      if (is_blanked_) {
        ReadBlanked(line);
        return {};
      }
      scanner_.Read(line);
      return std::string(line);
    }
    if (const size_t timed = TimedStatement(line); timed != std::string_view::npos) {
      scanner_.Read(line.substr(timed));
      return std::string(line.substr(0, line.find('%'))) + std::string(line.substr(timed));
    }
    const std::string_view statement = Trimmed(line);
    is_command_ = IsMagic(statement);
    // Each cell is compiled by itself, but only the first can begin the program.
    is_blanked_ = is_command_ || (!is_first_ && statement.starts_with("from __future__ "));
    if (is_blanked_) {
      ReadBlanked(line);
      // A block must not become empty, and in front of a `from __future__` stands no statement.
      const size_t indentation = line.find_first_not_of(" \t");
      return indentation == 0 ? std::string() : std::string(line.substr(0, indentation)) + "pass";
    }
    if (const size_t command = AssignedCommand(line); command != std::string_view::npos) {
      is_command_ = is_blanked_ = true;
      ReadBlanked(line);
      return std::string(line.substr(0, command)) + "input()";  // text that nobody knows
    }
    scanner_.Read(line);
    return std::string(line);
  }

  void ReadBlanked(std::string_view line) {
    if (is_command_) {
      scanner_.ReadCommand(line);
    } else {
      scanner_.Read(line);
    }
  }

  uint32_t number_;
  bool is_first_;
  bool is_blanked_ = false;  // the statement that is read
  bool is_command_ = false;
  StatementScanner scanner_;
  Notebook& out_;
};

void ReadCells(const Json& cells, uint32_t& number, Notebook& out) {
  for (const Json& cell : cells) {
    ++number;
    const Json& kind = FieldOf(cell, "cell_type");
    if (!kind.is_string() || kind.get<std::string>() != "code") continue;
    const bool is_old = !cell.contains("source");  // notebooks of format 3
    CellReader(number, out.text.find_first_not_of('\n') == std::string::npos, out)
        .Read(TextOf(FieldOf(cell, is_old ? "input" : "source")));
  }
}

}  // namespace

bool IsNotebook(std::string_view path) { return path.ends_with(".ipynb"); }

tl::expected<Notebook, std::string> ReadNotebook(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const Json json = Json::parse(bytes, nullptr, false);
  if (json.is_discarded()) return tl::unexpected(std::string("the notebook is not valid JSON"));
  const Json& worksheets = FieldOf(json, "worksheets");
  const Json& cells = FieldOf(json, "cells");
  if (!cells.is_array() && !worksheets.is_array())
    return tl::unexpected(std::string("the notebook has no list of cells"));
  Notebook notebook;
  if (!IsPython(json)) return notebook;
  uint32_t number = 0;
  if (cells.is_array()) {
    ReadCells(cells, number, notebook);
  } else {
    for (const Json& sheet : worksheets) {
      if (const Json& inner = FieldOf(sheet, "cells"); inner.is_array()) ReadCells(inner, number, notebook);
    }
  }
  return notebook;
}

CellLine PlaceInCell(const SourceFile& file, uint32_t line) {
  const std::vector<uint32_t>& cells = file.cells;
  if (cells.empty() || line == 0) return {0, line};
  // The end of a program lies past its last line. A cell that is run again comes after a line of no cell.
  const uint32_t cell = cells[std::min<size_t>(line, cells.size()) - 1];
  size_t first = std::min<size_t>(line, cells.size());
  while (first > 0 && cells[first - 1] == cell) --first;
  return {cell, line - static_cast<uint32_t>(first)};
}

std::optional<Rerun> RerunOfCell(const SourceFile& notebook, uint32_t cell) {
  const std::vector<uint32_t>& cells = notebook.cells;
  if (cell == 0) return std::nullopt;
  const auto [first, last] = std::equal_range(cells.begin(), cells.end(), cell);
  if (first == last) return std::nullopt;
  const auto offset_of = [&](auto line) {
    const auto index = static_cast<size_t>(line - cells.begin());
    return index < notebook.line_starts.size() ? notebook.line_starts[index]
                                               : static_cast<uint32_t>(notebook.text.size());
  };
  Rerun rerun{.cell = cell, .original = offset_of(first)};
  const uint32_t end = offset_of(last);
  SourceFile& program = rerun.program;
  program.path = notebook.path;
  program.display_path = notebook.display_path;
  program.cells.assign(cells.begin(), last);
  program.cells.push_back(0);
  program.cells.insert(program.cells.end(), first, last);
  program.text = notebook.text.substr(0, end) + "\n";
  rerun.copy = static_cast<uint32_t>(program.text.size());
  const std::string again = notebook.text.substr(rerun.original, end - rerun.original);
  if (again.find("from __future__") != std::string::npos)
    return std::nullopt;  // only a program's first line may be one
  program.text += again;
  return rerun;
}

std::string LineText(CellLine place) {
  return place.cell == 0 ? fmt::format("{}", place.line) : fmt::format("cell {}:{}", place.cell, place.line);
}

}  // namespace tfscope
