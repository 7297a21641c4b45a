// The tree as text.
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "analyzer/syntax/parser.h"

namespace tfscope {
namespace {

constexpr std::array<std::string_view, 4> kUnaryNames = {"not", "-", "+", "~"};
constexpr std::array<std::string_view, 13> kBinaryNames = {"+",  "-",  "*", "@", "/", "%", "**",
                                                           "<<", ">>", "|", "^", "&", "//"};
constexpr std::array<std::string_view, 10> kCompareNames = {"==", "!=", "<",      "<=", ">",
                                                            ">=", "is", "is not", "in", "not in"};
constexpr std::array<std::string_view, 5> kParameterNames = {"positional-only", "plain", "*", "keyword-only", "**"};

template <size_t kSize>
std::string_view NameOf(const std::array<std::string_view, kSize>& names, uint8_t op) {
  return op < kSize ? names[op] : "?";
}

std::string OperatorText(const Node& node) {
  switch (node.kind) {
    case NodeKind::kUnary:
      return std::string(NameOf(kUnaryNames, node.op));
    case NodeKind::kBinary:
    case NodeKind::kAugmentedAssign:
      return std::string(NameOf(kBinaryNames, node.op));
    case NodeKind::kCompareRight:
      return std::string(NameOf(kCompareNames, node.op));
    case NodeKind::kParameter:
      return std::string(NameOf(kParameterNames, node.op));
    case NodeKind::kFormattedValue:
      return node.op == 0 ? "" : std::string(1, static_cast<char>(node.op));
    default:
      return node.op == 0 ? "" : fmt::format("{}", node.op);
  }
}

void AppendQuoted(std::string_view text, bool bytes, std::string& out) {
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7f || (bytes && byte >= 0x80)) {
      out += fmt::format("\\x{:02x}", byte);
    } else {
      out += c;
    }
  }
  out += '"';
}

void AppendHead(const Node& node, const Interner& interner, std::string& out) {
  out += NodeKindName(node.kind);
  if (const std::string op = OperatorText(node); !op.empty()) out += " " + op;
  const bool literal = node.kind == NodeKind::kString || node.kind == NodeKind::kBytes;
  if (node.atom != kNoAtom || literal) {
    out += ' ';
    AppendQuoted(interner.Text(node.atom), node.kind == NodeKind::kBytes, out);
  }
  constexpr std::array<std::pair<NodeFlag, std::string_view>, 4> kFlags = {
      {{kAsync, "async"}, {kStar, "star"}, {kTrailingComma, "trailing-comma"}, {kParenthesized, "parenthesized"}}};
  for (const auto& [flag, name] : kFlags) {
    if ((node.flags & flag) != 0) out += fmt::format(" [{}]", name);
  }
}

}  // namespace

std::string DumpSyntax(const SyntaxTree& tree, const SourceManager& sources, const Interner& interner) {
  std::string out;
  std::vector<std::pair<NodeId, uint32_t>> pending{{tree.root(), 0}};  // node, indentation
  while (!pending.empty()) {
    const auto [id, depth] = pending.back();
    pending.pop_back();
    out.append(size_t{depth} * 2, ' ');
    if (id == kNoNode) {
      out += "-\n";
      continue;
    }
    const Node& node = tree[id];
    AppendHead(node, interner, out);
    const LineColumn begin = sources.Begin(tree.SpanOf(id));
    const LineColumn end = sources.End(tree.SpanOf(id));
    out += fmt::format("  {}:{}-{}:{}\n", begin.line, begin.column, end.line, end.column);
    const std::span<const NodeId> children = tree.Children(id);
    for (size_t i = children.size(); i > 0; --i) pending.push_back({children[i - 1], depth + 1});
  }
  for (const SyntaxIssue& issue : tree.issues()) {
    const LineColumn place = sources.Locate(tree.file(), issue.begin);
    out += fmt::format("issue {}:{} {}\n", place.line, place.column, issue.message);
  }
  return out;
}

}  // namespace tfscope
