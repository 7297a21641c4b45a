// Writes the instructions of one code: labels, stack depth, protected regions, and what cannot be reached left out.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "analyzer/evaluator/code.h"
#include "analyzer/evaluator/compiler/context.h"

namespace tfscope {

/// A place that jumps go to, known once it is bound.
using Label = uint32_t;

/// A stretch of instructions whose exceptions go to one handler. It may have gaps: `finally` bodies that run on the way
/// out belong to the regions further out.
using Region = uint32_t;
inline constexpr Region kNoRegion = UINT32_MAX;

class Emitter {
 public:
  /// Past `limit` instructions nothing is written any more and `Finish` makes the code a single unknown value.
  Emitter(Code& code, uint32_t limit) : code_(code), limit_(limit) {}

  void Emit(Opcode opcode, NodeId node, uint32_t arg = 0, uint32_t extra = 0);
  void Jump(Label target, NodeId node) { EmitJump(Opcode::kJump, node, target); }
  /// kForIterate and kYieldFrom.
  void EmitJump(Opcode opcode, NodeId node, Label target);
  /// A conditional jump; both sides meet again at `join`.
  void Branch(Opcode opcode, NodeId node, Label target, Label join);

  Label NewLabel();
  /// The next instruction is the place of `label`.
  void Bind(Label label);

  /// False after a jump, return or raise until a label that is jumped to is bound. Nothing is written meanwhile.
  bool reachable() const { return reachable_; }
  /// Values on the operand stack here.
  uint32_t depth() const { return depth_; }

  /// Starts a region here: exceptions cut the stack to the present depth less `dropped` and go to the region's handler.
  Region OpenRegion(uint32_t dropped = 0);
  void SuspendRegion(Region region);
  void ResumeRegion(Region region);
  /// Ends a region. Inner regions must be closed before outer ones.
  void CloseRegion(Region region);
  /// The next instruction is the handler of a closed region; the exception is on the stack. Unreachable if nothing is
  /// covered.
  void BeginHandler(Region region);

  uint32_t NameIndex(Str* name);
  uint32_t ConstantIndex(Value value);
  /// 1 + index into Code::keyword_names, or 0 if there is no room for more.
  uint32_t KeywordNames(std::vector<Str*> names);

  /// Resolves labels and regions; the code is complete.
  void Finish();

 private:
  static constexpr uint32_t kUnbound = UINT32_MAX;
  struct Place {
    uint32_t position = kUnbound;
    uint32_t depth = 0;
    bool used = false;
  };
  struct OpenSegments {
    Label handler;
    uint32_t depth;
    uint32_t begin = kUnbound;  ///< of the open segment
    bool covers_something = false;
    std::vector<std::pair<uint32_t, uint32_t>> segments;
  };
  struct ConstantKey {
    uint64_t tag;
    uint64_t payload;
    friend bool operator==(const ConstantKey&, const ConstantKey&) = default;
  };
  struct HashConstantKey {
    size_t operator()(const ConstantKey& key) const { return key.payload * 0x9E3779B97F4A7C15u ^ key.tag; }
  };

  uint32_t position() const { return static_cast<uint32_t>(code_.instructions.size()); }
  void Apply(uint32_t pops, uint32_t pushes);
  void Use(Label label, uint32_t depth);
  void ReplaceByHole();

  Code& code_;
  uint32_t limit_;
  bool overflow_ = false;
  bool reachable_ = true;
  uint32_t depth_ = 0;
  std::vector<Place> labels_;
  std::vector<OpenSegments> regions_;
  std::vector<std::pair<uint32_t, Label>> joins_;
  std::unordered_map<const Str*, uint32_t> name_index_;
  std::unordered_map<ConstantKey, uint32_t, HashConstantKey> constant_index_;
};

}  // namespace tfscope
