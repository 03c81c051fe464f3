#pragma once

#include "koyomi-report.h"

G_BEGIN_DECLS

/* What an auditor is given of a quarter: numbered files, an index of them, and a list of their SHA-256 that “sha256sum -c” reads. */

/* Files of a pack that are not as its list has them. (element-type utf8), by name */
typedef struct
{
  GPtrArray *missing;
  GPtrArray *changed;
  GPtrArray *extra;
  guint      n_files;   /* that the list has */
} KoyomiPackCheck;

gboolean         koyomi_audit_pack_write     (KoyomiSession              *session,
                                              const KoyomiReportOptions  *options,
                                              const char                 *path,
                                              KoyomiProgressFunc          progress,
                                              gpointer                    progress_data,
                                              GCancellable               *cancellable,
                                              GError                    **error);

KoyomiPackCheck *koyomi_pack_check           (const char                 *path,
                                              GCancellable               *cancellable,
                                              GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
void             koyomi_pack_check_free      (KoyomiPackCheck            *self);
gboolean         koyomi_pack_check_is_good   (const KoyomiPackCheck      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiPackCheck, koyomi_pack_check_free)

G_END_DECLS
