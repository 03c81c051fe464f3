#pragma once

#include "koyomi-database.h"
#include "koyomi-entry.h"

G_BEGIN_DECLS

/* What was a draft when it was deleted; what the change log tells of it in these entries is hidden. */
typedef struct
{
  KoyomiTableId  table;
  gint64         row;
  int            field;      /* 0 is the whole row */
  gint64         first_seq;
  gint64         last_seq;
} KoyomiGoneDraft;

/* What an auditor is shown of a plan. */
typedef struct
{
  KoyomiDatabase *whole;      /* with the drafts: only to go back to a past moment, and to verify */
  char           *name;       /* of the auditor; "" when nobody said it */
  GHashTable     *published;  /* the keys of narratives that stand in an issued report */
  GHashTable     *hidden;     /* the rows and fields that were taken out, see make_key () */
  GArray         *gone;       /* (element-type KoyomiGoneDraft) */
} KoyomiAuditorScope;

KoyomiAuditorScope *_koyomi_auditor_scope_new    (KoyomiDatabase            *whole,
                                                  const char                *name,
                                                  GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
KoyomiAuditorScope *_koyomi_auditor_scope_derive (const KoyomiAuditorScope  *self,
                                                  KoyomiDatabase            *whole) G_GNUC_WARN_UNUSED_RESULT;
void                _koyomi_auditor_scope_free   (KoyomiAuditorScope        *self);

KoyomiDatabase     *_koyomi_auditor_scope_show   (KoyomiAuditorScope        *self,
                                                  GCancellable              *cancellable,
                                                  GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
void                _koyomi_auditor_scope_filter (const KoyomiAuditorScope  *self,
                                                  gint64                     seq,
                                                  GPtrArray                 *changes);

GArray             *_koyomi_auditor_list_gone    (KoyomiDatabase            *db,
                                                  GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
GArray             *_koyomi_auditor_read_keys    (KoyomiDatabase            *db,
                                                  const char                *sql,
                                                  GError                   **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiAuditorScope, _koyomi_auditor_scope_free)

G_END_DECLS
