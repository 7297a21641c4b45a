// The compact typed tree that tree-sitter's tree is lowered to. Nodes live in one vector, children in another; both are
// addressed by index. Depth is bounded by `kMaxTreeDepth`, so that later passes may recurse.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "analyzer/source/span.h"
#include "analyzer/support/interner.h"

namespace tfscope {

enum class NodeKind : uint8_t {
#define TFSCOPE_NODE(name) k##name,
#include "analyzer/syntax/node_kinds.def"
#undef TFSCOPE_NODE
};

/// The kind's name as in node_kinds.def.
const char* NodeKindName(NodeKind kind);

using NodeId = uint32_t;
inline constexpr NodeId kNoNode = 0;  ///< index 0 is never a real node

enum class UnaryOperator : uint8_t { kNot, kNegative, kPositive, kInvert };

enum class BinaryOperator : uint8_t {
  kAdd,
  kSubtract,
  kMultiply,
  kMatrixMultiply,
  kDivide,
  kModulo,
  kPower,
  kLeftShift,
  kRightShift,
  kBitOr,
  kBitXor,
  kBitAnd,
  kFloorDivide
};

enum class CompareOperator : uint8_t {
  kEqual,
  kNotEqual,
  kLess,
  kLessEqual,
  kGreater,
  kGreaterEqual,
  kIs,
  kIsNot,
  kIn,
  kNotIn
};

enum class ParameterKind : uint8_t { kPositionalOnly, kPositionalOrKeyword, kVarArgs, kKeywordOnly, kKeywords };

enum NodeFlag : uint16_t { kAsync = 1, kStar = 2, kTrailingComma = 4, kParenthesized = 8 };

struct Node {
  NodeKind kind;
  uint8_t op = 0;      ///< an operator enumeration, a count or a conversion, by kind
  uint16_t flags = 0;  ///< NodeFlag bits
  uint32_t begin = 0;  ///< byte offsets in the file's text
  uint32_t end = 0;
  uint32_t first_child = 0;  ///< index into the child vector
  uint32_t child_count = 0;
  Atom atom = kNoAtom;
};

/// Nesting that the lowering keeps; deeper subtrees become `Hole`. CPython itself refuses far less (about 100 blocks
/// and 200 parentheses). Left-nested chains (`a.b().c()...`, `a + b + ...`) count one level per link as well.
inline constexpr uint32_t kMaxTreeDepth = 3000;

/// Something the parser could not read. `kind` tells syntax errors from nesting that was cut.
struct SyntaxIssue {
  enum class Kind : uint8_t { kError, kMissing, kTooDeep };
  Kind kind;
  uint32_t begin;
  uint32_t end;
  std::string message;  ///< lower case, no final period, e.g. "unexpected `)`"
};

/// One parsed file. Immutable once lowered.
class SyntaxTree {
 public:
  FileId file() const { return file_; }
  NodeId root() const { return root_; }
  const Node& operator[](NodeId id) const { return nodes_[id]; }
  size_t size() const { return nodes_.size(); }

  std::span<const NodeId> Children(NodeId id) const {
    const Node& node = nodes_[id];
    return {children_.data() + node.first_child, node.child_count};
  }
  NodeId Child(NodeId id, uint32_t index) const { return children_[nodes_[id].first_child + index]; }
  Span SpanOf(NodeId id) const { return {file_, nodes_[id].begin, nodes_[id].end}; }
  const std::vector<SyntaxIssue>& issues() const { return issues_; }

  /// True if the file parses only as Python 2 (print statement, `except E, e`, backticks, `<>`, old literals, ...).
  bool python2() const { return python2_; }

 private:
  friend class TreeBuilder;
  friend class TreeCodec;
  FileId file_ = kNoFile;
  NodeId root_ = kNoNode;
  bool python2_ = false;
  std::vector<Node> nodes_;
  std::vector<NodeId> children_;
  std::vector<SyntaxIssue> issues_;
};

}  // namespace tfscope
