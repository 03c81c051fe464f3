#pragma once

#include "koyomi-import-private.h"
#include "koyomi-matrix-heading-private.h"
#include "koyomi-matrix-names-private.h"
#include "koyomi-sheet.h"

G_BEGIN_DECLS

/* A table of the matrix that is being read. */
typedef struct
{
  KoyomiSession     *session;
  KoyomiImport      *import;
  KoyomiSheet       *sheet;
  KoyomiMatrixNames *names;
  KoyomiAlphabet    *alphabet;      /* of the plan */
  GPtrArray         *assignments;   /* (element-type KoyomiRecord): all of the plan, whenever they hold */
  KoyomiLanguage     language;      /* of the table's headings */
  gint64             catalogue;     /* 0 until it is known */
  guint32            day;
  gboolean           begins;        /* changes of cells begin on the day */
  guint              head_row;
  int                columns[KOYOMI_N_MATRIX_HEADINGS];   /* -1 for those that the table lacks */
} KoyomiMatrixReading;

const char   *_koyomi_matrix_reading_get_text      (const KoyomiMatrixReading *self,
                                                    guint                      row,
                                                    KoyomiMatrixHeading        column);
void          _koyomi_matrix_reading_note          (KoyomiMatrixReading       *self,
                                                    KoyomiNoteId               id,
                                                    guint                      row,
                                                    int                        column,
                                                    const char                *detail);
gboolean      _koyomi_matrix_reading_parse_letters (KoyomiMatrixReading       *self,
                                                    guint                      row,
                                                    guint                      column,
                                                    KoyomiLetters             *letters);
KoyomiRecord *_koyomi_matrix_reading_find_function (KoyomiMatrixReading       *self,
                                                    gint64                     catalogue,
                                                    guint                      row);
char         *_koyomi_matrix_reading_name_cell     (KoyomiMatrixReading       *self,
                                                    KoyomiRecord              *function,
                                                    KoyomiRecord              *team) G_GNUC_WARN_UNUSED_RESULT;

gboolean      _koyomi_matrix_reading_is_matrix     (KoyomiMatrixReading       *self,
                                                    guint                      row);
void          _koyomi_matrix_reading_read_matrix   (KoyomiMatrixReading       *self,
                                                    const char                *catalogue);
void          _koyomi_matrix_reading_read_list     (KoyomiMatrixReading       *self);

G_END_DECLS
