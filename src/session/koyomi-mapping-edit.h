#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* What copying the assignments of one catalogue to another through the cross-walk would do. */
typedef struct
{
  guint      n_functions;     /* that would get assignments */
  guint      n_assignments;   /* that would be made */
  guint      n_kept;          /* functions that would get some but have their own, which stay as they are */
  guint      n_second;        /* A that became R, because another team has the A already */
  GPtrArray *unmapped;        /* (element-type KoyomiRecord): assigned functions that have no counterpart */
  GPtrArray *unfilled;        /* (element-type KoyomiRecord): functions of the other catalogue that would still have nobody */
} KoyomiMappingPreview;

KoyomiMappingPreview *koyomi_session_preview_mapping (KoyomiSession         *session,
                                                      gint64                 from_catalogue,
                                                      gint64                 to_catalogue,
                                                      guint32                day,
                                                      KoyomiLanguage         language,
                                                      GError               **error) G_GNUC_WARN_UNUSED_RESULT;
void                  koyomi_mapping_preview_free    (KoyomiMappingPreview  *self);
gboolean              koyomi_session_apply_mapping   (KoyomiSession         *session,
                                                      gint64                 from_catalogue,
                                                      gint64                 to_catalogue,
                                                      guint32                day,
                                                      KoyomiLanguage         language,
                                                      GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiMappingPreview, koyomi_mapping_preview_free)

G_END_DECLS
