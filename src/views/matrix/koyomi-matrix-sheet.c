#include "koyomi-matrix-sheet.h"

#include "koyomi-day.h"
#include "koyomi-matrix-fold-memory.h"
#include "koyomi-session-matrix.h"

#define M (&koyomi_matrix_measures)

struct _KoyomiMatrixSheet
{
  GObject              parent_instance;

  KoyomiWorkspace     *workspace;
  KoyomiMatrixChart   *chart;
  KoyomiMatrixFacts   *facts;       /* NULL when they could not be read */
  KoyomiMatrixMoment  *moment;      /* what it is compared with; NULL for nothing */
  KoyomiMatrixOptions  options;
  gint64               catalogue;
  gboolean             is_chosen;   /* the person wants this catalogue, whatever it has */
  guint32              day;         /* %KOYOMI_DAY_NONE for today */
  GArray              *lines;       /* (element-type KoyomiMatrixLine) */
  GArray              *columns;     /* (element-type guint) */
  GArray              *edges;       /* (element-type double): the upper edge of each line, and the lower one of the last */
  KoyomiMatrixPlace    focus;
  KoyomiMatrixPlace    anchor;      /* where the chosen cells begin */
  KoyomiMatrixPlace    corner;      /* and where they end */
  gboolean             begins;      /* edits begin on the day and leave what was before it */
  gboolean             is_stale;    /* the plan has changed since the facts were read */
};

enum
{
  SIGNAL_LINES,
  SIGNAL_SELECTION,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiMatrixSheet, koyomi_matrix_sheet, G_TYPE_OBJECT)

/* A place by what it shows, which holds when lines and columns have changed. */
typedef struct
{
  gint64    line;
  gint64    column;     /* 0 for the name */
  gboolean  is_group;
} Key;

static gint64
get_line_key (KoyomiMatrixSheet *self,
              int                line)
{
  const KoyomiMatrixLine *shown = koyomi_matrix_sheet_get_line (self, line);

  return koyomi_record_get_id (shown->is_group ? shown->group : koyomi_matrix_sheet_get_line_record (self, line));
}

static Key
get_key (KoyomiMatrixSheet *self,
         KoyomiMatrixPlace  place)
{
  Key key = { 0 };

  if (self->facts == NULL || place.line < 0 || place.line >= (int) self->lines->len)
    return key;

  key.line = get_line_key (self, place.line);
  key.is_group = koyomi_matrix_sheet_get_line (self, place.line)->is_group;
  if (place.column >= 0 && place.column < (int) self->columns->len)
    key.column = koyomi_record_get_id (koyomi_matrix_sheet_get_column_record (self, place.column));

  return key;
}

/* A line that is gone leaves the focus to the one that has its place now. */
static KoyomiMatrixPlace
find_key (KoyomiMatrixSheet *self,
          Key                key,
          KoyomiMatrixPlace  place)
{
  for (int i = 0; i < (int) self->lines->len; i++)
    if (koyomi_matrix_sheet_get_line (self, i)->is_group == key.is_group && get_line_key (self, i) == key.line)
      place.line = i;
  for (int i = 0; key.column != 0 && i < (int) self->columns->len; i++)
    if (koyomi_record_get_id (koyomi_matrix_sheet_get_column_record (self, i)) == key.column)
      place.column = i;

  place.line = CLAMP (place.line, 0, MAX ((int) self->lines->len - 1, 0));
  place.column = CLAMP (place.column, -1, (int) self->columns->len - 1);

  return place;
}

static void
measure_lines (KoyomiMatrixSheet *self)
{
  double y = 0;

  g_array_set_size (self->edges, 0);
  for (guint i = 0; i < self->lines->len; i++)
    {
      g_array_append_val (self->edges, y);
      y += koyomi_matrix_chart_get_size (self->chart, g_array_index (self->lines, KoyomiMatrixLine, i).is_group ? M->group : M->row);
    }
  g_array_append_val (self->edges, y);
}

static void
list_lines (KoyomiMatrixSheet *self)
{
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);

  if (self->facts != NULL)
    {
      self->lines = koyomi_matrix_order_list (self->facts, &self->options, &self->columns);
    }
  else
    {
      self->lines = g_array_new (FALSE, FALSE, sizeof (KoyomiMatrixLine));
      self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
    }
  measure_lines (self);
}

/* Makes lines and columns anew; the focus and what is chosen stay with what they are on. @facts: (transfer full) (nullable): other ones */
static void
arrange (KoyomiMatrixSheet *self,
         KoyomiMatrixFacts *facts)
{
  KoyomiMatrixPlace *places[] = { &self->focus, &self->anchor, &self->corner };
  Key keys[G_N_ELEMENTS (places)];

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    keys[i] = get_key (self, *places[i]);

  if (facts != NULL)
    {
      g_clear_pointer (&self->facts, koyomi_matrix_facts_free);
      self->facts = facts;
    }
  list_lines (self);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    *places[i] = find_key (self, keys[i], *places[i]);

  g_signal_emit (self, signals[SIGNAL_LINES], 0);
}

static gboolean
has_groups (KoyomiSession *session,
            gint64         catalogue)
{
  g_autoptr(GPtrArray) groups = koyomi_session_list (session, KOYOMI_TABLE_GROUP, KOYOMI_GROUP_CATALOGUE, catalogue,
                                                     koyomi_session_get_own_language (session), NULL);

  return groups != NULL && groups->len > 0;
}

/* The one that was shown last, else the first, but one that is not empty before one that is. Each plan has its own one, which is the
 * first. */
static gint64
find_first_catalogue (KoyomiMatrixSheet *self)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  g_autofree char *code = g_settings_get_string (koyomi_workspace_get_settings (self->workspace), "matrix-catalogue");
  gint64 last = *code != '\0' ? koyomi_session_find_catalogue (session, code, NULL) : 0;
  g_autoptr(GPtrArray) catalogues = NULL;

  if (last != 0 && has_groups (session, last))
    return last;

  catalogues = koyomi_session_list (session, KOYOMI_TABLE_CATALOGUE, 0, 0, koyomi_matrix_sheet_get_language (self), NULL);
  for (guint i = 0; catalogues != NULL && i < catalogues->len; i++)
    if (has_groups (session, koyomi_record_get_id (g_ptr_array_index (catalogues, i))))
      return koyomi_record_get_id (g_ptr_array_index (catalogues, i));

  return catalogues != NULL && catalogues->len > 0 ? koyomi_record_get_id (g_ptr_array_index (catalogues, 0)) : 0;
}

static gboolean
has_catalogue (KoyomiMatrixSheet *self)
{
  g_autoptr(KoyomiRecord) record = koyomi_session_get (koyomi_workspace_get_session (self->workspace), KOYOMI_TABLE_CATALOGUE,
                                                       self->catalogue, koyomi_matrix_sheet_get_language (self), NULL);

  return record != NULL;
}

/* An empty catalogue gives way to one that has functions now, such as one that was just imported. */
static gboolean
is_worth_showing (KoyomiMatrixSheet *self)
{
  return self->catalogue != 0 && has_catalogue (self) &&
         (self->is_chosen || has_groups (koyomi_workspace_get_session (self->workspace), self->catalogue));
}

static void
reload (KoyomiMatrixSheet *self)
{
  g_autoptr(GError) error = NULL;
  KoyomiMatrixFacts *facts;

  self->is_stale = FALSE;
  if (!is_worth_showing (self))
    self->catalogue = find_first_catalogue (self);
  if (self->catalogue == 0)
    return;

  facts = koyomi_matrix_facts_load (koyomi_workspace_get_session (self->workspace), self->catalogue, koyomi_matrix_sheet_get_day (self),
                                    self->moment, koyomi_matrix_sheet_get_language (self), &error);
  if (facts == NULL)
    koyomi_workspace_fail (self->workspace, koyomi_workspace_tr (self->workspace, "The matrix could not be read"), error);
  else
    arrange (self, facts);
}

static void
mark_stale (KoyomiMatrixSheet *self)
{
  self->is_stale = TRUE;
}

static void
koyomi_matrix_sheet_dispose (GObject *object)
{
  g_clear_object (&KOYOMI_MATRIX_SHEET (object)->workspace);

  G_OBJECT_CLASS (koyomi_matrix_sheet_parent_class)->dispose (object);
}

static void
koyomi_matrix_sheet_finalize (GObject *object)
{
  KoyomiMatrixSheet *self = KOYOMI_MATRIX_SHEET (object);

  koyomi_matrix_options_clear (&self->options);
  g_array_unref (self->lines);
  g_array_unref (self->columns);
  g_array_unref (self->edges);
  g_clear_pointer (&self->facts, koyomi_matrix_facts_free);
  g_clear_pointer (&self->moment, koyomi_matrix_moment_free);
  g_clear_pointer (&self->chart, koyomi_matrix_chart_free);

  G_OBJECT_CLASS (koyomi_matrix_sheet_parent_class)->finalize (object);
}

static guint
make_signal (const char *name)
{
  return g_signal_new (name, KOYOMI_TYPE_MATRIX_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
koyomi_matrix_sheet_class_init (KoyomiMatrixSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_matrix_sheet_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_matrix_sheet_finalize;

  signals[SIGNAL_LINES] = make_signal ("lines");
  signals[SIGNAL_SELECTION] = make_signal ("selection");
}

static void
koyomi_matrix_sheet_init (KoyomiMatrixSheet *self)
{
  koyomi_matrix_options_init (&self->options);
  self->edges = g_array_new (FALSE, FALSE, sizeof (double));
}

KoyomiMatrixSheet *
koyomi_matrix_sheet_new (KoyomiWorkspace *workspace)
{
  KoyomiMatrixSheet *self = g_object_new (KOYOMI_TYPE_MATRIX_SHEET, NULL);

  self->workspace = g_object_ref (workspace);
  self->chart = koyomi_matrix_chart_new (koyomi_workspace_get_language (workspace));
  koyomi_matrix_fold_memory_read (koyomi_workspace_get_settings (workspace),
                                  koyomi_session_get_path (koyomi_workspace_get_session (workspace)), self->options.folded);
  list_lines (self);
  g_signal_connect_object (koyomi_workspace_get_session (workspace), "changed", G_CALLBACK (mark_stale), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
  /* The first cell, not the heading above it. */
  koyomi_matrix_sheet_go_to (self, (KoyomiMatrixPlace) { self->lines->len > 1 && koyomi_matrix_sheet_get_line (self, 0)->is_group, 0 },
                             FALSE);

  return self;
}

KoyomiWorkspace *
koyomi_matrix_sheet_get_workspace (KoyomiMatrixSheet *self)
{
  return self->workspace;
}

KoyomiLanguage
koyomi_matrix_sheet_get_language (KoyomiMatrixSheet *self)
{
  return koyomi_workspace_get_language (self->workspace);
}

gboolean
koyomi_matrix_sheet_can_edit (KoyomiMatrixSheet *self)
{
  return self->facts != NULL && koyomi_workspace_can_edit (self->workspace);
}

const KoyomiMatrixChart *
koyomi_matrix_sheet_get_chart (KoyomiMatrixSheet *self)
{
  return self->chart;
}

/* Returns: (nullable): valid until "lines" */
const KoyomiMatrixFacts *
koyomi_matrix_sheet_get_facts (KoyomiMatrixSheet *self)
{
  return self->facts;
}

const KoyomiMatrixOptions *
koyomi_matrix_sheet_get_options (KoyomiMatrixSheet *self)
{
  return &self->options;
}

/* Reads the plan at once if it has changed: who types fast must not change what is no longer there. */
void
koyomi_matrix_sheet_update (KoyomiMatrixSheet *self)
{
  if (self->is_stale)
    reload (self);
}

/* Shows what @other shows of the same plan. */
void
koyomi_matrix_sheet_take_over (KoyomiMatrixSheet *self,
                               KoyomiMatrixSheet *other)
{
  koyomi_matrix_options_copy (&self->options, &other->options);
  self->catalogue = other->catalogue;
  self->is_chosen = other->is_chosen;
  self->day = other->day;
  self->begins = other->begins;
  self->moment = koyomi_matrix_moment_copy (other->moment);
  reload (self);
  self->focus = other->focus;
  self->anchor = other->anchor;
  self->corner = other->corner;
  g_signal_emit (self, signals[SIGNAL_SELECTION], 0);
}

gint64
koyomi_matrix_sheet_get_catalogue (KoyomiMatrixSheet *self)
{
  return self->catalogue;
}

static void
remember_catalogue (KoyomiMatrixSheet *self)
{
  KoyomiRecord *catalogue = self->facts != NULL ? koyomi_matrix_get_catalogue (self->facts->matrix) : NULL;

  if (catalogue != NULL)
    g_settings_set_string (koyomi_workspace_get_settings (self->workspace), "matrix-catalogue",
                           koyomi_record_get_text (catalogue, KOYOMI_CATALOGUE_CODE));
}

void
koyomi_matrix_sheet_set_catalogue (KoyomiMatrixSheet *self,
                                   gint64             catalogue)
{
  if (self->catalogue == catalogue)
    return;

  self->catalogue = catalogue;
  self->is_chosen = TRUE;
  reload (self);
  remember_catalogue (self);
}

guint32
koyomi_matrix_sheet_get_day (KoyomiMatrixSheet *self)
{
  return self->day != KOYOMI_DAY_NONE ? self->day : koyomi_day_today ();
}

/* @day: as of which the matrix is shown; %KOYOMI_DAY_NONE for today, whenever that is */
void
koyomi_matrix_sheet_set_day (KoyomiMatrixSheet *self,
                             guint32            day)
{
  self->day = day == koyomi_day_today () ? KOYOMI_DAY_NONE : day;
  reload (self);
}

gboolean
koyomi_matrix_sheet_is_today (KoyomiMatrixSheet *self)
{
  return self->day == KOYOMI_DAY_NONE;
}

/* Returns: (nullable): what the matrix is compared with */
const KoyomiMatrixMoment *
koyomi_matrix_sheet_get_moment (KoyomiMatrixSheet *self)
{
  return self->moment;
}

/* Compares from now on. @moment: (transfer full) (nullable): NULL to end it */
void
koyomi_matrix_sheet_set_moment (KoyomiMatrixSheet  *self,
                                KoyomiMatrixMoment *moment)
{
  if (self->moment == NULL && moment == NULL)
    return;

  koyomi_matrix_moment_free (self->moment);
  self->moment = moment;
  if (moment == NULL && self->options.show == KOYOMI_MATRIX_SHOW_CHANGES)
    self->options.show = KOYOMI_MATRIX_SHOW_ALL;
  reload (self);
}

/* Whether edits begin on the day that is shown; else they hold as if it had always been so. */
gboolean
koyomi_matrix_sheet_get_begins (KoyomiMatrixSheet *self)
{
  return self->begins;
}

void
koyomi_matrix_sheet_set_begins (KoyomiMatrixSheet *self,
                                gboolean           begins)
{
  self->begins = begins;
}

void
koyomi_matrix_sheet_set_show (KoyomiMatrixSheet *self,
                              KoyomiMatrixShow   show)
{
  if (self->options.show == show)
    return;

  self->options.show = show;
  arrange (self, NULL);
}

void
koyomi_matrix_sheet_set_by_gap (KoyomiMatrixSheet *self,
                                gboolean           by_gap)
{
  if (self->options.by_gap == by_gap)
    return;

  self->options.by_gap = by_gap;
  arrange (self, NULL);
}

static void
swap (KoyomiMatrixPlace *place)
{
  *place = (KoyomiMatrixPlace) { MAX (place->column, 0), place->line };
}

/* Lines become columns, and what was chosen stays so. */
void
koyomi_matrix_sheet_set_transposed (KoyomiMatrixSheet *self,
                                    gboolean           transposed)
{
  KoyomiMatrixPlace *places[] = { &self->focus, &self->anchor, &self->corner };
  Key keys[G_N_ELEMENTS (places)];

  if (self->options.transposed == transposed)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      Key key = get_key (self, *places[i]);

      keys[i] = (Key) { key.column, key.is_group ? 0 : key.line, FALSE };
      swap (places[i]);
    }
  self->options.transposed = transposed;
  list_lines (self);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    *places[i] = find_key (self, keys[i], *places[i]);

  g_signal_emit (self, signals[SIGNAL_LINES], 0);
}

void
koyomi_matrix_sheet_set_search (KoyomiMatrixSheet *self,
                                const char        *search)
{
  if (g_str_equal (self->options.search, search))
    return;

  g_free (self->options.search);
  self->options.search = g_strdup (search);
  arrange (self, NULL);
}

void
koyomi_matrix_sheet_clear_filter (KoyomiMatrixSheet *self)
{
  self->options.show = KOYOMI_MATRIX_SHOW_ALL;
  g_free (self->options.search);
  self->options.search = g_strdup ("");
  arrange (self, NULL);
}

void
koyomi_matrix_sheet_set_style (KoyomiMatrixSheet  *self,
                               KoyomiChartPalette  palette,
                               double              scale)
{
  if (self->chart->palette == palette && self->chart->scale == scale)
    return;

  self->chart->palette = palette;
  self->chart->scale = scale;
  measure_lines (self);
  g_signal_emit (self, signals[SIGNAL_LINES], 0);
}

int
koyomi_matrix_sheet_get_n_lines (KoyomiMatrixSheet *self)
{
  return self->lines->len;
}

/* Returns: (transfer none): valid until "lines" */
const KoyomiMatrixLine *
koyomi_matrix_sheet_get_line (KoyomiMatrixSheet *self,
                              int                line)
{
  return &g_array_index (self->lines, KoyomiMatrixLine, line);
}

/* The upper edge of the line, in pixels; that of the line after the last is the lower edge of all. */
double
koyomi_matrix_sheet_get_line_y (KoyomiMatrixSheet *self,
                                int                line)
{
  return g_array_index (self->edges, double, CLAMP (line, 0, (int) self->lines->len));
}

/* Returns: the line that @y lies in, or the number of lines when it lies below them */
int
koyomi_matrix_sheet_find_line (KoyomiMatrixSheet *self,
                               double             y)
{
  int low = 0;
  int high = self->lines->len;

  while (low < high)
    {
      int middle = (low + high) / 2;

      if (koyomi_matrix_sheet_get_line_y (self, middle + 1) <= y)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Returns: (transfer none): the function or the team; of a heading the first function below it */
KoyomiRecord *
koyomi_matrix_sheet_get_line_record (KoyomiMatrixSheet *self,
                                     int                line)
{
  guint index = koyomi_matrix_sheet_get_line (self, line)->index;

  return self->options.transposed ? koyomi_matrix_get_column (self->facts->matrix, index)->team
                                  : koyomi_matrix_get_row (self->facts->matrix, index)->function;
}

int
koyomi_matrix_sheet_get_n_columns (KoyomiMatrixSheet *self)
{
  return self->columns->len;
}

/* Returns: the column of the matrix, or its row where teams are the lines */
guint
koyomi_matrix_sheet_get_column (KoyomiMatrixSheet *self,
                                int                column)
{
  return g_array_index (self->columns, guint, column);
}

/* Returns: (transfer none): the team or the function */
KoyomiRecord *
koyomi_matrix_sheet_get_column_record (KoyomiMatrixSheet *self,
                                       int                column)
{
  guint index = koyomi_matrix_sheet_get_column (self, column);

  return self->options.transposed ? koyomi_matrix_get_row (self->facts->matrix, index)->function
                                  : koyomi_matrix_get_column (self->facts->matrix, index)->team;
}

double
koyomi_matrix_sheet_get_column_width (KoyomiMatrixSheet *self)
{
  return koyomi_matrix_chart_get_size (self->chart, M->column);
}

/* @row, @column: (out): of the matrix. Returns: FALSE where there is no cell: on a name or a heading */
gboolean
koyomi_matrix_sheet_find_cell (KoyomiMatrixSheet *self,
                               KoyomiMatrixPlace  place,
                               guint             *row,
                               guint             *column)
{
  guint down, across;

  if (place.line < 0 || place.line >= (int) self->lines->len || place.column < 0 || place.column >= (int) self->columns->len ||
      koyomi_matrix_sheet_get_line (self, place.line)->is_group)
    return FALSE;

  down = koyomi_matrix_sheet_get_line (self, place.line)->index;
  across = koyomi_matrix_sheet_get_column (self, place.column);
  *row = self->options.transposed ? across : down;
  *column = self->options.transposed ? down : across;

  return TRUE;
}

/* Those of its own, none on a name or a heading. */
KoyomiLetters
koyomi_matrix_sheet_get_letters (KoyomiMatrixSheet *self,
                                 KoyomiMatrixPlace  place)
{
  const KoyomiMatrixCell *cell = NULL;
  guint row, column;

  if (koyomi_matrix_sheet_find_cell (self, place, &row, &column))
    cell = koyomi_matrix_get_cell (self->facts->matrix, row, column);

  return cell != NULL ? cell->letters : KOYOMI_LETTERS_NONE;
}

gboolean
koyomi_matrix_sheet_is_folded (KoyomiMatrixSheet *self,
                               KoyomiRecord      *group)
{
  gint64 id = koyomi_record_get_id (group);

  return g_hash_table_contains (self->options.folded, &id);
}

static void
fold (KoyomiMatrixSheet *self,
      KoyomiRecord      *group,
      gboolean           folded)
{
  gint64 id = koyomi_record_get_id (group);

  if (folded)
    g_hash_table_add (self->options.folded, g_memdup2 (&id, sizeof id));
  else
    g_hash_table_remove (self->options.folded, &id);
}

static void
remember_folded (KoyomiMatrixSheet *self)
{
  koyomi_matrix_fold_memory_write (koyomi_workspace_get_settings (self->workspace),
                                   koyomi_session_get_path (koyomi_workspace_get_session (self->workspace)), self->options.folded);
}

void
koyomi_matrix_sheet_set_folded (KoyomiMatrixSheet *self,
                                KoyomiRecord      *group,
                                gboolean           folded)
{
  fold (self, group, folded);
  remember_folded (self);
  arrange (self, NULL);
}

void
koyomi_matrix_sheet_fold_all (KoyomiMatrixSheet *self,
                              gboolean           folded)
{
  for (guint i = 0; self->facts != NULL && i < koyomi_matrix_get_n_rows (self->facts->matrix); i++)
    fold (self, koyomi_matrix_get_row (self->facts->matrix, i)->group, folded);

  remember_folded (self);
  arrange (self, NULL);
}

KoyomiMatrixPlace
koyomi_matrix_sheet_get_focus (KoyomiMatrixSheet *self)
{
  return self->focus;
}

/* What is chosen: at least the place that has the focus. On a name its whole line is chosen. */
KoyomiMatrixRange
koyomi_matrix_sheet_get_range (KoyomiMatrixSheet *self)
{
  gboolean whole = self->anchor.column < 0 || self->corner.column < 0;
  KoyomiMatrixRange range = { 0, MAX (self->anchor.line, self->corner.line), 0, (int) self->columns->len - 1 };

  range.first_line = MIN (self->anchor.line, self->corner.line);
  if (whole)
    return range;

  range.first_column = MIN (self->anchor.column, self->corner.column);
  range.last_column = MAX (self->anchor.column, self->corner.column);

  return range;
}

/* The cell from which what is chosen was drawn out; that with the focus where it was chosen as a whole. */
KoyomiMatrixPlace
koyomi_matrix_sheet_get_start (KoyomiMatrixSheet *self)
{
  gboolean is_drawn = self->focus.line == self->corner.line && self->focus.column == self->corner.column;
  guint row, column;

  return is_drawn && koyomi_matrix_sheet_find_cell (self, self->anchor, &row, &column) ? self->anchor : self->focus;
}

/* Gives the focus to a place. @extend: chooses what lies between it and where the choice began */
void
koyomi_matrix_sheet_go_to (KoyomiMatrixSheet *self,
                           KoyomiMatrixPlace  place,
                           gboolean           extend)
{
  place.line = CLAMP (place.line, 0, MAX ((int) self->lines->len - 1, 0));
  place.column = CLAMP (place.column, -1, (int) self->columns->len - 1);
  self->focus = self->corner = place;
  if (!extend)
    self->anchor = place;
  g_signal_emit (self, signals[SIGNAL_SELECTION], 0);
}

/* Chooses the cells of a rectangle and leaves the focus where it is. */
void
koyomi_matrix_sheet_choose (KoyomiMatrixSheet *self,
                            KoyomiMatrixRange  range)
{
  self->anchor = (KoyomiMatrixPlace) { range.first_line, range.first_column };
  self->corner = (KoyomiMatrixPlace) { range.last_line, range.last_column };
  g_signal_emit (self, signals[SIGNAL_SELECTION], 0);
}
