#include "analyzer/syntax/tree_codec.h"

#include <unordered_map>

namespace tfscope {

namespace {

// Numbers are little-endian groups of seven bits; differences to what is expected are small, and mostly take one byte.
class Writer {
 public:
  void Number(uint32_t value) {
    for (; value >= 0x80; value >>= 7) bytes_.push_back(static_cast<char>(value | 0x80));
    bytes_.push_back(static_cast<char>(value));
  }
  void Difference(uint32_t value, uint32_t expected) {
    auto difference = static_cast<int32_t>(value - expected);
    Number((static_cast<uint32_t>(difference) << 1) ^ static_cast<uint32_t>(difference >> 31));
  }
  void Text(std::string_view text) {
    Number(static_cast<uint32_t>(text.size()));
    bytes_ += text;
  }
  std::string Take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : next_(bytes.data()) {}

  uint32_t Number() {
    uint32_t value = 0;
    for (int shift = 0;; shift += 7) {
      auto byte = static_cast<unsigned char>(*next_++);
      value |= static_cast<uint32_t>(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  }
  uint32_t Difference(uint32_t expected) {
    uint32_t folded = Number();
    return expected + ((folded >> 1) ^ (0 - (folded & 1)));
  }
  std::string_view Text() {
    uint32_t size = Number();
    next_ += size;
    return {next_ - size, size};
  }

 private:
  const char* next_;
};

}  // namespace

std::string TreeCodec::Encode(const SyntaxTree& tree, const Interner& interner) {
  std::unordered_map<Atom, uint32_t> indices;
  Writer texts, nodes;
  Node previous{};
  for (const Node& node : tree.nodes_) {
    auto [found, is_new] = indices.try_emplace(node.atom, static_cast<uint32_t>(indices.size()));
    if (is_new) texts.Text(interner.Text(node.atom));
    nodes.Number(static_cast<uint32_t>(node.kind));
    nodes.Number(node.op);
    nodes.Number(node.flags);
    nodes.Difference(node.begin, previous.begin);
    nodes.Number(node.end - node.begin);
    nodes.Difference(node.first_child, previous.first_child + previous.child_count);
    nodes.Number(node.child_count);
    nodes.Number(found->second);
    previous = node;
  }
  Writer writer;
  writer.Number(tree.root_);
  writer.Number(tree.python2_ ? 1 : 0);
  writer.Number(static_cast<uint32_t>(indices.size()));
  writer.Number(static_cast<uint32_t>(tree.nodes_.size()));
  writer.Number(static_cast<uint32_t>(tree.children_.size()));
  std::string result = writer.Take() + texts.Take() + nodes.Take();
  Writer children;
  NodeId before = 0;
  for (NodeId child : tree.children_) {
    children.Difference(child, before);
    before = child;
  }
  return result + children.Take();
}

SyntaxTree TreeCodec::Decode(std::string_view bytes, FileId file, Interner& interner) {
  Reader reader(bytes);
  SyntaxTree tree;
  tree.file_ = file;
  tree.root_ = reader.Number();
  tree.python2_ = reader.Number() != 0;
  std::vector<Atom> atoms(reader.Number());
  tree.nodes_.resize(reader.Number());
  tree.children_.resize(reader.Number());
  for (Atom& atom : atoms) atom = interner.Intern(reader.Text());
  Node previous{};
  for (Node& node : tree.nodes_) {
    node.kind = static_cast<NodeKind>(reader.Number());
    node.op = static_cast<uint8_t>(reader.Number());
    node.flags = static_cast<uint16_t>(reader.Number());
    node.begin = reader.Difference(previous.begin);
    node.end = node.begin + reader.Number();
    node.first_child = reader.Difference(previous.first_child + previous.child_count);
    node.child_count = reader.Number();
    node.atom = atoms[reader.Number()];
    previous = node;
  }
  NodeId before = 0;
  for (NodeId& child : tree.children_) before = child = reader.Difference(before);
  return tree;
}

}  // namespace tfscope
