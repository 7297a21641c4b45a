#include "analyzer/syntax/tree.h"

namespace tfscope {

const char* NodeKindName(NodeKind kind) {
  static constexpr const char* kNames[] = {
#define TFSCOPE_NODE(name) #name,
#include "analyzer/syntax/node_kinds.def"
#undef TFSCOPE_NODE
  };
  return kNames[static_cast<size_t>(kind)];
}

}  // namespace tfscope
