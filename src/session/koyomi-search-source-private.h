#pragma once

#include "koyomi-record-store.h"

G_BEGIN_DECLS

#define KOYOMI_SEARCH_MAX_NOTES 9
#define KOYOMI_SEARCH_MAX_DETAILS 4
#define KOYOMI_SEARCH_MAX_NAMES 2

/* What is searched of a table. Fields are those of the dictionary, 0 for none. */
typedef struct
{
  KoyomiTableId  table;
  int            number;                              /* its code or number */
  int            title;
  int            names[KOYOMI_SEARCH_MAX_NAMES];      /* the rows whose titles it goes by where it has none of its own */
  int            day;                                 /* a day or a time: the latest come first */
  int            notes[KOYOMI_SEARCH_MAX_NOTES];
  int            details[KOYOMI_SEARCH_MAX_DETAILS];  /* what is told of a row beside its title */
} KoyomiSearchSource;

/* What the statements of koyomi-search-source read. The texts come in the plan's own language and then in the other one. */
enum
{
  KOYOMI_SEARCH_COLUMN_ID,
  KOYOMI_SEARCH_COLUMN_DAY,
  KOYOMI_SEARCH_COLUMN_ORDER,
  KOYOMI_SEARCH_COLUMN_NUMBER,
  KOYOMI_SEARCH_COLUMN_TITLE,
  KOYOMI_SEARCH_COLUMN_OTHER_TITLE,
  KOYOMI_SEARCH_COLUMN_NOTES,
};

guint                     _koyomi_search_source_count      (void);
const KoyomiSearchSource *_koyomi_search_source_get        (guint                      index);
char                     *_koyomi_search_source_write_sql  (const KoyomiSearchSource  *self,
                                                            const KoyomiRecordStore   *store) G_GNUC_WARN_UNUSED_RESULT;
gboolean                  _koyomi_search_source_has_day    (const KoyomiSearchSource  *self);

G_END_DECLS
