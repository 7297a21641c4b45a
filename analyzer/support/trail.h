// The write trail: how one heap and one graph state serve many paths. While a snapshot is open, the first write to an
// object since that snapshot saves the object's old state; rolling back restores it in reverse order.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace tfscope {

/// Position in the trail, to which a roll-back returns.
using TrailMark = size_t;

class Trail {
 public:
  /// True while a snapshot is open; outside of one nothing is recorded.
  bool recording() const { return !open_.empty(); }

  /// Number of the newest snapshot. An object whose own epoch is smaller was not saved since.
  uint32_t epoch() const { return epoch_; }

  /// Whether what was made in the epoch `born` is younger than every open snapshot: no roll-back brings it back.
  bool IsTransient(uint32_t born) const { return open_.empty() || born >= open_.back(); }

  /// Opens a snapshot. Each is closed by one `Close`, in reverse order of opening.
  TrailMark Open() {
    open_.push_back(++epoch_);
    return undo_.size();
  }

  /// Restores the state at `mark`; the snapshot stays open and gets a new epoch, so that a second side can be tried.
  void RollBack(TrailMark mark) {
    while (undo_.size() > mark) {
      undo_.back()();
      undo_.pop_back();
    }
    open_.back() = ++epoch_;
  }

  /// Closes the newest snapshot and keeps what was written; outer snapshots still know how to undo it.
  void Close() {
    open_.pop_back();
    if (open_.empty()) undo_.clear();
  }

  /// Records how to undo a write that is about to happen. Only call while `recording()`.
  void Push(std::function<void()> undo) { undo_.push_back(std::move(undo)); }

  /// Counts writes to TensorFlow's naming state. A branch that leaves it unchanged made no naming write.
  void NoteNamingWrite() { ++naming_writes_; }
  uint64_t naming_writes() const { return naming_writes_; }

 private:
  std::vector<std::function<void()>> undo_;
  std::vector<uint32_t> open_;  ///< of each open snapshot the epoch that it began
  uint32_t epoch_ = 1;
  uint64_t naming_writes_ = 0;
};

}  // namespace tfscope
