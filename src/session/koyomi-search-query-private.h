#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What makes one row a better answer than another, best first. */
typedef enum
{
  KOYOMI_SEARCH_RANK_NUMBER,       /* it is called exactly so */
  KOYOMI_SEARCH_RANK_START,        /* its number or title begins so */
  KOYOMI_SEARCH_RANK_WORD,         /* words of its number or title begin so */
  KOYOMI_SEARCH_RANK_INSIDE,
  KOYOMI_SEARCH_RANK_NOTE,         /* it is written beside the title */
  KOYOMI_SEARCH_RANK_NONE,
} KoyomiSearchRank;

/* A text that is searched: numbers, title in either language and notes as folded lines. The members are offsets. */
typedef struct
{
  char    *text;
  guint32  title;
  guint32  other_title;
  guint32  notes;
} KoyomiSearchText;

typedef struct
{
  char  *whole;      /* as it was folded, with one blank between words */
  char **words;
} KoyomiSearchQuery;

KoyomiSearchQuery *_koyomi_search_query_new   (const char               *text) G_GNUC_WARN_UNUSED_RESULT;
void               _koyomi_search_query_free  (KoyomiSearchQuery        *self);
KoyomiSearchRank   _koyomi_search_query_match (const KoyomiSearchQuery  *self,
                                               const KoyomiSearchText   *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiSearchQuery, _koyomi_search_query_free)

G_END_DECLS
