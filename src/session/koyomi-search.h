#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* Finds rows of a plan by their codes, numbers, titles and notes, in both languages at once. It is kept in memory: read in passing, and
 * after an edit only what that changed. It belongs to its session, which it must not outlive. */
typedef struct _KoyomiSearch KoyomiSearch;

/* One row that was found. */
typedef struct
{
  KoyomiTableId  table;
  gint64         id;
  char          *number;   /* "" for none */
  char          *title;
  char          *detail;   /* such as its team, its day and its state */
} KoyomiSearchHit;

/* The rows of one kind that were found, best first. */
typedef struct
{
  KoyomiTableId  table;
  guint          n_found;   /* also those beyond the number that was asked for */
  GPtrArray     *hits;      /* (element-type KoyomiSearchHit) */
} KoyomiSearchGroup;

KoyomiSearch    *koyomi_session_get_search  (KoyomiSession           *session);

gboolean         koyomi_search_is_complete  (KoyomiSearch            *self);
gboolean         koyomi_search_read_some    (KoyomiSearch            *self,
                                             GError                 **error);
gboolean         koyomi_search_read_all     (KoyomiSearch            *self,
                                             GError                 **error);
GPtrArray       *koyomi_search_find         (KoyomiSearch            *self,
                                             const char              *query,
                                             guint                    most,
                                             KoyomiLanguage           language,
                                             GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

KoyomiSearchHit *koyomi_session_name_hit    (KoyomiSession           *session,
                                             KoyomiTableId            table,
                                             gint64                   id,
                                             KoyomiLanguage           language) G_GNUC_WARN_UNUSED_RESULT;
void             koyomi_search_hit_free     (KoyomiSearchHit         *self);
void             koyomi_search_group_free   (KoyomiSearchGroup       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiSearchHit, koyomi_search_hit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiSearchGroup, koyomi_search_group_free)

G_END_DECLS
