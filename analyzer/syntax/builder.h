// Makes a SyntaxTree, children before their parents.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "analyzer/source/source_manager.h"
#include "analyzer/support/interner.h"
#include "analyzer/syntax/tree.h"

namespace tfscope {

/// Bytes of the file that a node covers.
struct Extent {
  uint32_t begin = 0;
  uint32_t end = 0;
};

class TreeBuilder {
 public:
  TreeBuilder(const SourceFile& file, Interner& interner);

  /// A node whose children exist already.
  NodeId Add(NodeKind kind, Extent extent, std::span<const NodeId> children, uint8_t op = 0, Atom atom = kNoAtom);
  NodeId Add(NodeKind kind, Extent extent, std::initializer_list<NodeId> children, uint8_t op = 0,
             Atom atom = kNoAtom) {
    return Add(kind, extent, std::span<const NodeId>(children.begin(), children.size()), op, atom);
  }
  NodeId AddLeaf(NodeKind kind, Extent extent, std::string_view text) {
    return Add(kind, extent, {}, 0, interner_.Intern(text));
  }

  NodeKind kind(NodeId id) const { return tree_.nodes_[id].kind; }
  const Node& node(NodeId id) const { return tree_.nodes_[id]; }
  Extent extent(NodeId id) const { return {node(id).begin, node(id).end}; }
  std::span<const NodeId> children(NodeId id) const { return tree_.Children(id); }
  void SetFlag(NodeId id, NodeFlag flag) { tree_.nodes_[id].flags |= flag; }
  void SetOp(NodeId id, uint8_t op) { tree_.nodes_[id].op = op; }
  void SetChild(NodeId id, uint32_t index, NodeId child) {
    tree_.children_[tree_.nodes_[id].first_child + index] = child;
  }
  void SetExtent(NodeId id, Extent extent);

  Atom Intern(std::string_view text) { return interner_.Intern(text); }
  std::string_view TextOf(Atom atom) const { return interner_.Text(atom); }
  std::string_view text() const { return text_; }
  std::string_view text(Extent extent) const { return text_.substr(extent.begin, extent.end - extent.begin); }

  void AddIssue(SyntaxIssue::Kind kind, Extent extent, std::string message);

  SyntaxTree Finish(NodeId root, bool python2);

 private:
  std::string_view text_;
  Interner& interner_;
  SyntaxTree tree_;
};

}  // namespace tfscope
