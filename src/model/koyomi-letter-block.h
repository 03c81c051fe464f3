#pragma once

#include "koyomi-matrix.h"

G_BEGIN_DECLS

/* Letters of a rectangle of cells, as the clipboard holds them. */
typedef struct
{
  guint   n_rows;
  guint   n_columns;
  GArray *letters;      /* (element-type KoyomiLetters), row by row */
} KoyomiLetterBlock;

/* Where a text is no block of letters. Rows and columns are counted from 1. */
typedef struct
{
  guint  row;
  guint  column;
  char  *text;          /* what stands there */
} KoyomiLetterFault;

/* What a cell shall hold. */
typedef struct
{
  gint64         function;
  gint64         team;
  KoyomiLetters  letters;
} KoyomiCellChange;

KoyomiLetterBlock *koyomi_letter_block_parse  (const KoyomiAlphabet     *alphabet,
                                               const char               *text,
                                               KoyomiLetterFault       **fault) G_GNUC_WARN_UNUSED_RESULT;
void               koyomi_letter_block_free   (KoyomiLetterBlock        *self);
KoyomiLetters      koyomi_letter_block_get    (const KoyomiLetterBlock  *self,
                                               guint                     row,
                                               guint                     column);
char              *koyomi_letter_block_format (const KoyomiLetterBlock  *self,
                                               const KoyomiAlphabet     *alphabet) G_GNUC_WARN_UNUSED_RESULT;
KoyomiLetterBlock *koyomi_letter_block_copy   (const KoyomiMatrix       *matrix,
                                               const GArray             *functions,
                                               const GArray             *teams,
                                               gboolean                  transposed) G_GNUC_WARN_UNUSED_RESULT;
GArray            *koyomi_letter_block_list_changes (const KoyomiLetterBlock *self,
                                                     const GArray             *functions,
                                                     const GArray             *teams,
                                                     gboolean                  transposed) G_GNUC_WARN_UNUSED_RESULT;

void               koyomi_letter_fault_free     (KoyomiLetterFault      *self);
char              *koyomi_letter_fault_describe (const KoyomiLetterFault *self,
                                                 KoyomiLanguage            language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiLetterBlock, koyomi_letter_block_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiLetterFault, koyomi_letter_fault_free)

G_END_DECLS
