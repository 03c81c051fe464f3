#pragma once

#include "koyomi-crosswalk.h"
#include "koyomi-letters.h"

G_BEGIN_DECLS

typedef enum
{
  KOYOMI_CELL_PERSON = 1 << 0,   /* somebody is named */
  KOYOMI_CELL_DEPUTY = 1 << 1,   /* somebody stands in */
  KOYOMI_CELL_NOTE   = 1 << 2,
  KOYOMI_CELL_DATED  = 1 << 3,   /* begins or ends at a day */
} KoyomiCellFlags;

/* What a team has to do with a function on the matrix's day. */
typedef struct
{
  KoyomiLetters    letters;              /* of all its assignments together */
  KoyomiLetters    mapped;               /* of those of the function's counterparts in other catalogues */
  KoyomiCellFlags  flags;
  GPtrArray       *assignments;          /* (element-type KoyomiRecord): its own, never NULL */
  GPtrArray       *mapped_assignments;   /* (element-type KoyomiRecord): those of the counterparts, never NULL */
} KoyomiMatrixCell;

typedef struct
{
  KoyomiRecord *function;
  KoyomiRecord *group;
  gboolean      begins_group;
  GPtrArray    *counterparts;    /* (element-type KoyomiRecord): functions of other catalogues */
  guint         n_responsible;   /* teams that have R */
  guint         n_accountable;   /* teams that have A */
  gboolean      is_mapped;       /* nothing of its own is assigned, but something is to its counterparts */
} KoyomiMatrixRow;

typedef struct
{
  KoyomiRecord *team;
  GPtrArray    *people;          /* (element-type KoyomiRecord) */
  gboolean      is_active;       /* on the matrix's day; others are shown because they are assigned */
  guint         n_responsible;   /* functions of this catalogue in use for which the team has R */
  guint         n_accountable;   /* likewise A */
} KoyomiMatrixColumn;

/* Who does what: the functions of a catalogue against the teams, as it is on one day. */
typedef struct _KoyomiMatrix KoyomiMatrix;

/* All that a matrix is made from. */
typedef struct
{
  gint64     catalogue;     /* the one to show */
  guint32    day;
  GPtrArray *catalogues;    /* (element-type KoyomiRecord), as are all */
  GPtrArray *groups;
  GPtrArray *functions;
  GPtrArray *crosswalk;
  GPtrArray *teams;         /* in their order */
  GPtrArray *people;        /* likewise */
  GPtrArray *assignments;
  GPtrArray *letters;       /* likewise */

  /* (nullable): one to compare with: what it shows is shown although it is over */
  const KoyomiMatrix *before;
} KoyomiMatrixSource;

KoyomiMatrix             *koyomi_matrix_new            (const KoyomiMatrixSource *source) G_GNUC_WARN_UNUSED_RESULT;
KoyomiMatrix             *koyomi_matrix_ref            (KoyomiMatrix             *self);
void                      koyomi_matrix_unref          (KoyomiMatrix             *self);

KoyomiRecord             *koyomi_matrix_get_catalogue  (const KoyomiMatrix       *self);
GPtrArray                *koyomi_matrix_get_catalogues (const KoyomiMatrix       *self);
KoyomiAlphabet           *koyomi_matrix_get_alphabet   (const KoyomiMatrix       *self);
const KoyomiCrosswalk    *koyomi_matrix_get_crosswalk  (const KoyomiMatrix       *self);

guint                     koyomi_matrix_get_n_rows     (const KoyomiMatrix       *self);
guint                     koyomi_matrix_get_n_columns  (const KoyomiMatrix       *self);
const KoyomiMatrixRow    *koyomi_matrix_get_row        (const KoyomiMatrix       *self,
                                                        guint                     row);
const KoyomiMatrixColumn *koyomi_matrix_get_column     (const KoyomiMatrix       *self,
                                                        guint                     column);
const KoyomiMatrixCell   *koyomi_matrix_get_cell       (const KoyomiMatrix       *self,
                                                        guint                     row,
                                                        guint                     column);
int                       koyomi_matrix_find_row       (const KoyomiMatrix       *self,
                                                        gint64                    function);
int                       koyomi_matrix_find_column    (const KoyomiMatrix       *self,
                                                        gint64                    team);
KoyomiRecord             *koyomi_matrix_find_person    (const KoyomiMatrix       *self,
                                                        gint64                    person);
GPtrArray                *koyomi_matrix_get_assignments (const KoyomiMatrix      *self,
                                                         gint64                    function);
gboolean                  koyomi_matrix_is_assigned    (const KoyomiMatrix       *self,
                                                        gint64                    function);
GPtrArray                *koyomi_matrix_list_unmapped  (const KoyomiMatrix       *self,
                                                        gint64                    catalogue) G_GNUC_WARN_UNUSED_RESULT;
char                     *koyomi_matrix_describe_cell  (const KoyomiMatrix       *self,
                                                        guint                     row,
                                                        guint                     column,
                                                        KoyomiLanguage            language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiMatrix, koyomi_matrix_unref)

G_END_DECLS
