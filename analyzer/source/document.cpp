#include "analyzer/source/document.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>
#include <optional>

#include "analyzer/source/name_usage.h"

namespace tfscope {
namespace {

using Lines = std::vector<std::string_view>;

constexpr std::string_view kBlanks = " \t";

// One line of a block: where it stands, and how much of its front belongs to the document.
struct CodeLine {
  std::string_view text;
  uint32_t number = 0;
  uint32_t cut = 0;
};
using Block = std::vector<CodeLine>;

Lines SplitLines(std::string_view text) {
  Lines lines;
  while (true) {
    const size_t end = text.find('\n');
    if (end == std::string_view::npos && text.empty()) return lines;
    lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

size_t Indentation(std::string_view line) { return std::min(line.find_first_not_of(kBlanks), line.size()); }

bool IsBlank(std::string_view line) { return line.find_first_not_of(kBlanks) == std::string_view::npos; }

// The first word of a fence's info string, of `{.python .numberLines}` too.
bool IsPython(std::string_view info) {
  static constexpr std::array<std::string_view, 8> kNames = {"python", "py",  "python3", "python2",
                                                             "py3",    "py2", "ipython", "ipython3"};
  const size_t begin = std::min(info.find_first_not_of(" \t{."), info.size());
  std::string word;
  for (const char c : info.substr(begin)) {
    if (!std::isalnum(static_cast<unsigned char>(c)) && c != '-' && c != '_') break;
    word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return std::find(kNames.begin(), kNames.end(), word) != kNames.end();
}

struct Fence {
  char mark = 0;
  size_t length = 0;
  size_t indentation = 0;
  size_t quotations = 0;  ///< `>` markers before it
  std::string_view info;
};

// Length of a list marker with its blank at the start of `text`: `- `, `* `, `1. `.
size_t ListMarker(std::string_view text) {
  size_t length = 0;
  if (!text.empty() && std::string_view("-*+").find(text[0]) != std::string_view::npos) {
    length = 1;
  } else {
    while (length < text.size() && length < 9 && std::isdigit(static_cast<unsigned char>(text[length]))) ++length;
    if (length == 0 || length == text.size() || (text[length] != '.' && text[length] != ')')) return 0;
    ++length;
  }
  return length < text.size() && text[length] == ' ' ? length + 1 : 0;
}

std::optional<Fence> ReadFence(std::string_view line) {
  Fence fence;
  size_t at = 0;
  while (true) {
    at += Indentation(line.substr(at));
    const std::string_view rest = line.substr(at);
    if (rest.starts_with(">")) {
      ++fence.quotations;
      ++at;
    } else if (const size_t marker = ListMarker(rest)) {
      at += marker;
    } else {
      break;
    }
  }
  const std::string_view rest = line.substr(at);
  if (rest.empty() || (rest[0] != '`' && rest[0] != '~')) return std::nullopt;
  fence.mark = rest[0];
  fence.length = std::min(rest.find_first_not_of(fence.mark), rest.size());
  fence.indentation = at;
  fence.info = rest.substr(fence.length);
  if (fence.length < 3 || (fence.mark == '`' && fence.info.find('`') != std::string_view::npos)) return std::nullopt;
  return fence;
}

// Bytes of the quotation markers at the front of a line, or nothing if it lacks one.
std::optional<size_t> QuotationLength(std::string_view line, size_t quotations) {
  size_t at = 0;
  for (size_t i = 0; i < quotations; ++i) {
    at += Indentation(line.substr(at));
    if (at >= line.size() || line[at] != '>') return std::nullopt;
    ++at;
    if (at < line.size() && line[at] == ' ') ++at;
  }
  return at;
}

// Adds to each line's cut the indentation that all share, or that the fence has.
void Dedent(Block& block, size_t fence_indentation) {
  size_t common = std::string_view::npos;
  for (const CodeLine& line : block) {
    const std::string_view code = line.text.substr(line.cut);
    if (!IsBlank(code)) common = std::min(common, Indentation(code));
  }
  if (common == std::string_view::npos) common = 0;
  for (CodeLine& line : block) {
    const size_t fence = fence_indentation > line.cut ? fence_indentation - line.cut : 0;
    line.cut += static_cast<uint32_t>(std::min(Indentation(line.text.substr(line.cut)), std::max(common, fence)));
  }
}

// Takes the lines up to the closing fence; `index` ends behind it.
Block TakeFenced(const Lines& lines, const Fence& fence, size_t& index) {
  Block block;
  for (; index < lines.size(); ++index) {
    const std::optional<size_t> quotation = QuotationLength(lines[index], fence.quotations);
    if (!quotation) break;  // the quotation ends, and the block with it
    const std::string_view code = lines[index].substr(*quotation);
    const std::string_view rest = code.substr(Indentation(code));
    const size_t length = std::min(rest.find_first_not_of(fence.mark), rest.size());
    if (length >= fence.length && IsBlank(rest.substr(length))) {
      ++index;
      break;
    }
    block.push_back({lines[index], static_cast<uint32_t>(index + 1), static_cast<uint32_t>(*quotation)});
  }
  Dedent(block, fence.indentation);
  return block;
}

bool IsPythonDirective(std::string_view line) {
  line.remove_prefix(Indentation(line));
  for (const std::string_view name : {"code-block", "sourcecode", "code"}) {
    const std::string head = ".. " + std::string(name) + "::";
    if (line.starts_with(head)) return IsPython(line.substr(head.size()));
  }
  return false;
}

// The lines below a directive that are indented deeper, without its options.
Block TakeDirective(const Lines& lines, size_t& index) {
  const size_t outer = Indentation(lines[index - 1]);
  const auto is_option = [&](std::string_view line) {
    return !IsBlank(line) && Indentation(line) > outer && line[Indentation(line)] == ':';
  };
  while (index < lines.size() && is_option(lines[index])) ++index;
  while (index < lines.size() && IsBlank(lines[index])) ++index;
  Block block;
  for (; index < lines.size() && (IsBlank(lines[index]) || Indentation(lines[index]) > outer); ++index) {
    block.push_back({lines[index], static_cast<uint32_t>(index + 1), 0});
  }
  while (!block.empty() && IsBlank(block.back().text)) block.pop_back();
  Dedent(block, 0);
  return block;
}

// An interactive session: what was typed, without the prompts and the answers.
void TakeTyped(Block& block) {
  const auto code = [](const CodeLine& line) { return line.text.substr(line.cut); };
  const auto first =
      std::find_if(block.begin(), block.end(), [&](const CodeLine& line) { return !IsBlank(code(line)); });
  if (first == block.end() || !code(*first).starts_with(">>>")) return;
  Block typed;
  for (CodeLine line : block) {
    const std::string_view text = code(line);
    if (!text.starts_with(">>>") && !text.starts_with("...")) continue;
    line.cut += text.size() > 3 && text[3] == ' ' ? 4 : 3;
    typed.push_back(line);
  }
  block = std::move(typed);
}

std::vector<Block> FindBlocks(std::string_view document) {
  const Lines lines = SplitLines(document);
  std::vector<Block> blocks;
  for (size_t index = 0; index < lines.size();) {
    const std::string_view line = lines[index++];
    if (const std::optional<Fence> fence = ReadFence(line)) {
      Block block = TakeFenced(lines, *fence, index);
      if (IsPython(fence->info)) blocks.push_back(std::move(block));
    } else if (IsPythonDirective(line)) {
      blocks.push_back(TakeDirective(lines, index));
    }
  }
  for (Block& block : blocks) TakeTyped(block);
  return blocks;
}

void Append(const Block& block, DocumentProgram& program) {
  for (const CodeLine& line : block) {
    program.text += line.text.substr(line.cut);
    program.text += '\n';
    program.line_numbers.push_back(line.number);
    program.column_shifts.push_back(line.cut);
  }
}

bool Meet(const std::set<std::string, std::less<>>& a, const std::set<std::string, std::less<>>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& name) { return b.contains(name); });
}

}  // namespace

std::vector<DocumentProgram> FindPrograms(std::string_view document) {
  std::vector<DocumentProgram> programs;
  NameUsage before;
  for (const Block& block : FindBlocks(document)) {
    DocumentProgram program;
    Append(block, program);
    if (program.text.find_first_not_of(" \t\n") == std::string::npos) continue;
    NameUsage usage = ReadNameUsage(program.text);
    if (!programs.empty() && Meet(usage.free, before.bound)) {
      Append(block, programs.back());
      before.bound.merge(usage.bound);
    } else {
      programs.push_back(std::move(program));
      before = std::move(usage);
    }
  }
  return programs;
}

}  // namespace tfscope
