// What the syntax tests share: source text to a short form of its tree.
#pragma once

#include <string>
#include <string_view>

#include "analyzer/syntax/parser.h"

namespace tfscope {

/// A parsed text with all that its tree needs.
class Parsed {
 public:
  explicit Parsed(std::string_view code) : file_(sources_.Add("test.py", code)) {
    tree_ = Parser().Parse(sources_.file(file_), interner_);
  }

  const SyntaxTree& tree() const { return tree_; }
  const SourceManager& sources() const { return sources_; }
  const Interner& interner() const { return interner_; }
  std::string Dump() const { return DumpSyntax(tree_, sources_, interner_); }

  /// `Kind:op'atom'(child, child)`, `-` for absent ones; statements of the module separated by `; `.
  std::string Show() const {
    std::string out;
    for (const NodeId statement : tree_.Children(tree_.root())) {
      if (!out.empty()) out += "; ";
      Append(statement, out);
    }
    return out;
  }

  /// `line:column message` of each issue, separated by `; `.
  std::string Issues() const {
    std::string out;
    for (const SyntaxIssue& issue : tree_.issues()) {
      const LineColumn place = sources_.Locate(file_, issue.begin);
      if (!out.empty()) out += "; ";
      out += std::to_string(place.line) + ":" + std::to_string(place.column) + " " + issue.message;
    }
    return out;
  }

  /// Source text of the first node of `kind`, or nothing.
  std::string TextOf(NodeKind kind) const {
    for (NodeId id = 1; id < tree_.size(); ++id) {
      if (tree_[id].kind == kind) return std::string(sources_.Text(tree_.SpanOf(id)));
    }
    return "";
  }

 private:
  void Append(NodeId id, std::string& out) const {
    if (id == kNoNode) {
      out += '-';
      return;
    }
    const Node& node = tree_[id];
    // An expression as a statement is shown as the expression.
    if (node.kind == NodeKind::kExpressionStatement) {
      Append(tree_.Child(id, 0), out);
      return;
    }
    out += NodeKindName(node.kind);
    if (node.op != 0) out += ":" + std::to_string(node.op);
    if (node.flags & kAsync) out += "!async";
    if (node.flags & kStar) out += "!star";
    if (node.flags & kTrailingComma) out += "!comma";
    if (node.atom != kNoAtom) out += "'" + std::string(interner_.Text(node.atom)) + "'";
    if (node.child_count == 0) return;
    out += '(';
    for (uint32_t i = 0; i < node.child_count; ++i) {
      if (i > 0) out += ", ";
      Append(tree_.Child(id, i), out);
    }
    out += ')';
  }

  SourceManager sources_;
  Interner interner_;
  FileId file_;
  SyntaxTree tree_;
};

inline std::string Show(std::string_view code) {
  const Parsed parsed(code);
  return parsed.Issues().empty() ? parsed.Show() : parsed.Show() + " / " + parsed.Issues();
}

}  // namespace tfscope
