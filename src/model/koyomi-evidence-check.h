#pragma once

#include "koyomi-evidence.h"

G_BEGIN_DECLS

typedef struct
{
  gint64           evidence_id;
  char            *title;
  char            *place;
  GFile           *file;
  char            *sha256;
  gboolean         is_checked;   /* by koyomi_evidence_check_run() */
  KoyomiFileState  state;
  GError          *error;        /* (nullable): why the file could not be read; then there is no state */
} KoyomiEvidenceCheckItem;

/* Files that are to be compared with the hashes that were taken of them. Made and read on one thread, run on any. */
typedef struct
{
  GPtrArray *items;   /* (element-type KoyomiEvidenceCheckItem) */
} KoyomiEvidenceCheck;

KoyomiEvidenceCheck *koyomi_evidence_check_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void                 koyomi_evidence_check_free     (KoyomiEvidenceCheck       *self);
gboolean             koyomi_evidence_check_add      (KoyomiEvidenceCheck       *self,
                                                     KoyomiRecord              *evidence,
                                                     const char                *plan_path);
gboolean             koyomi_evidence_check_run      (KoyomiEvidenceCheck       *self,
                                                     KoyomiProgressFunc         progress,
                                                     gpointer                   progress_data,
                                                     GCancellable              *cancellable,
                                                     GError                   **error);
guint                koyomi_evidence_check_count    (const KoyomiEvidenceCheck *self,
                                                     KoyomiFileState            state);
guint                koyomi_evidence_check_count_unread (const KoyomiEvidenceCheck *self);
gboolean             koyomi_evidence_check_is_good  (const KoyomiEvidenceCheck *self);
const KoyomiEvidenceCheckItem *koyomi_evidence_check_find (const KoyomiEvidenceCheck *self,
                                                           KoyomiRecord              *evidence);
gboolean             koyomi_evidence_check_item_is_good (const KoyomiEvidenceCheckItem *self);
const char          *koyomi_evidence_check_item_describe (const KoyomiEvidenceCheckItem *self,
                                                          KoyomiLanguage             language);
char                *koyomi_evidence_check_describe (const KoyomiEvidenceCheck *self,
                                                     KoyomiLanguage             language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiEvidenceCheck, koyomi_evidence_check_free)

G_END_DECLS
