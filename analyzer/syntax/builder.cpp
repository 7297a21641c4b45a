#include "analyzer/syntax/builder.h"

#include <algorithm>
#include <utility>

namespace tfscope {
namespace {

// A file of noise has as many errors as lines; past the first ones nothing is learnt.
constexpr size_t kMaxIssues = 100;

}  // namespace

TreeBuilder::TreeBuilder(const SourceFile& file, Interner& interner) : text_(file.text), interner_(interner) {
  tree_.file_ = file.id;
  // Measured on TensorFlow's sources: some eight bytes for a node, and nearly one child for each.
  tree_.nodes_.reserve(text_.size() / 8 + 16);
  tree_.children_.reserve(text_.size() / 8 + 16);
  tree_.nodes_.push_back({NodeKind::kHole});  // kNoNode
}

NodeId TreeBuilder::Add(NodeKind kind, Extent extent, std::span<const NodeId> children, uint8_t op, Atom atom) {
  Node node{kind};
  node.op = op;
  node.begin = extent.begin;
  node.end = extent.end;
  node.first_child = static_cast<uint32_t>(tree_.children_.size());
  node.child_count = static_cast<uint32_t>(children.size());
  node.atom = atom;
  tree_.children_.insert(tree_.children_.end(), children.begin(), children.end());
  tree_.nodes_.push_back(node);
  return static_cast<NodeId>(tree_.nodes_.size() - 1);
}

void TreeBuilder::SetExtent(NodeId id, Extent extent) {
  tree_.nodes_[id].begin = extent.begin;
  tree_.nodes_[id].end = extent.end;
}

void TreeBuilder::AddIssue(SyntaxIssue::Kind kind, Extent extent, std::string message) {
  if (tree_.issues_.size() < kMaxIssues) tree_.issues_.push_back({kind, extent.begin, extent.end, std::move(message)});
}

SyntaxTree TreeBuilder::Finish(NodeId root, bool python2) {
  tree_.root_ = root;
  tree_.python2_ = python2;
  // Of two at one place, the one that says more comes first and stays.
  const auto rank = [](const SyntaxIssue& issue) {
    return std::pair(issue.begin, issue.message == "invalid syntax" ? 1 : 0);
  };
  auto& issues = tree_.issues_;
  std::stable_sort(issues.begin(), issues.end(),
                   [&](const SyntaxIssue& a, const SyntaxIssue& b) { return rank(a) < rank(b); });
  const auto same = [](const SyntaxIssue& a, const SyntaxIssue& b) { return a.begin == b.begin; };
  issues.erase(std::unique(issues.begin(), issues.end(), same), issues.end());
  return std::move(tree_);
}

}  // namespace tfscope
