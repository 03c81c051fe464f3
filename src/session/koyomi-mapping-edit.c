#include "koyomi-mapping-edit.h"

#include "koyomi-cell-edit-private.h"
#include "koyomi-edit-label-private.h"
#include "koyomi-session-matrix.h"

/* What stands in an assignment that was made so. */
#define BASIS "map"

typedef struct
{
  KoyomiMatrix          *matrix;     /* of the catalogue that is filled */
  gint64                 from;
  KoyomiMappingPreview  *preview;
  GPtrArray             *copies;     /* (element-type KoyomiRecord): the new assignments */
} Mapping;

void
koyomi_mapping_preview_free (KoyomiMappingPreview *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->unmapped);
  g_ptr_array_unref (self->unfilled);
  g_free (self);
}

static void
clear_mapping (Mapping *self)
{
  g_clear_pointer (&self->matrix, koyomi_matrix_unref);
  g_clear_pointer (&self->preview, koyomi_mapping_preview_free);
  g_clear_pointer (&self->copies, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Mapping, clear_mapping)

/* The letters that a counterpart's assignment brings; the first team that brings an A keeps it. */
static KoyomiLetters
choose_letters (Mapping      *self,
                KoyomiRecord *assignment,
                gint64       *accountable)
{
  KoyomiAlphabet *alphabet = koyomi_matrix_get_alphabet (self->matrix);
  KoyomiLetters letters = koyomi_alphabet_read (alphabet, koyomi_record_get_text (assignment, KOYOMI_ASSIGNMENT_LETTERS));
  gint64 team = koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_TEAM);

  if (!(letters & KOYOMI_LETTERS_A))
    return letters;

  if (*accountable == 0)
    *accountable = team;
  if (*accountable == team)
    return letters;

  self->preview->n_second++;

  return (letters & ~KOYOMI_LETTERS_A) | KOYOMI_LETTERS_R;
}

static gboolean
is_same (KoyomiRecord *a,
         KoyomiRecord *b)
{
  static const int fields[] = { KOYOMI_ASSIGNMENT_TEAM, KOYOMI_ASSIGNMENT_PERSON, KOYOMI_ASSIGNMENT_FROM_DAY, KOYOMI_ASSIGNMENT_TO_DAY };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (koyomi_record_get_int (a, fields[i]) != koyomi_record_get_int (b, fields[i]))
      return FALSE;

  return TRUE;
}

/* Adds to what the function gets. What differs only in its letters becomes one assignment. */
static void
add_letters (Mapping       *self,
             GPtrArray     *copies,
             gint64         function,
             KoyomiRecord  *assignment,
             KoyomiLetters  letters)
{
  KoyomiAlphabet *alphabet = koyomi_matrix_get_alphabet (self->matrix);
  KoyomiRecord *copy = NULL;

  for (guint i = 0; copy == NULL && i < copies->len; i++)
    if (is_same (g_ptr_array_index (copies, i), assignment))
      copy = g_ptr_array_index (copies, i);

  if (copy != NULL)
    letters |= koyomi_alphabet_read (alphabet, koyomi_record_get_text (copy, KOYOMI_ASSIGNMENT_LETTERS));
  else
    {
      copy = _koyomi_assignment_copy (assignment);
      koyomi_record_set_int (copy, KOYOMI_ASSIGNMENT_FUNCTION, function);
      koyomi_record_set_text (copy, KOYOMI_ASSIGNMENT_BASIS, BASIS);
      /* The note is about the other function. */
      koyomi_record_set_text (copy, KOYOMI_ASSIGNMENT_NOTE, "");
      g_ptr_array_add (copies, copy);
    }

  koyomi_record_take_text (copy, KOYOMI_ASSIGNMENT_LETTERS, koyomi_alphabet_format (alphabet, letters));
}

/* @functions: the counterparts in the catalogue that is copied from */
static GPtrArray *
copy_for (Mapping   *self,
          gint64     function,
          GPtrArray *functions)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 accountable = 0;

  for (guint i = 0; i < functions->len; i++)
    {
      GPtrArray *assignments = koyomi_matrix_get_assignments (self->matrix, koyomi_record_get_id (g_ptr_array_index (functions, i)));

      for (guint j = 0; assignments != NULL && j < assignments->len; j++)
        {
          KoyomiRecord *assignment = g_ptr_array_index (assignments, j);

          add_letters (self, copies, function, assignment, choose_letters (self, assignment, &accountable));
        }
    }

  return copies;
}

static gboolean
has_assigned (Mapping   *self,
              GPtrArray *functions)
{
  for (guint i = 0; i < functions->len; i++)
    if (koyomi_matrix_is_assigned (self->matrix, koyomi_record_get_id (g_ptr_array_index (functions, i))))
      return TRUE;

  return FALSE;
}

static void
map_row (Mapping               *self,
         const KoyomiMatrixRow *row)
{
  gint64 function = koyomi_record_get_id (row->function);
  g_autoptr(GPtrArray) counterparts = koyomi_crosswalk_list_counterparts (koyomi_matrix_get_crosswalk (self->matrix), function,
                                                                          self->from);
  gboolean is_assigned = koyomi_matrix_is_assigned (self->matrix, function);
  GPtrArray *copies;

  if (!has_assigned (self, counterparts))
    {
      if (!is_assigned)
        g_ptr_array_add (self->preview->unfilled, g_object_ref (row->function));
      return;
    }

  if (is_assigned)
    {
      self->preview->n_kept++;
      return;
    }

  copies = copy_for (self, function, counterparts);
  self->preview->n_functions++;
  self->preview->n_assignments += copies->len;
  g_ptr_array_extend_and_steal (self->copies, copies);
}

static gboolean
plan_mapping (Mapping         *self,
              KoyomiSession   *session,
              gint64           from,
              gint64           to,
              guint32          day,
              KoyomiLanguage   language,
              GError         **error)
{
  g_autoptr(GPtrArray) unmapped = NULL;

  if ((self->matrix = koyomi_session_load_matrix (session, to, day, language, error)) == NULL)
    return FALSE;

  self->from = from;
  self->copies = g_ptr_array_new_with_free_func (g_object_unref);
  self->preview = g_new0 (KoyomiMappingPreview, 1);
  self->preview->unmapped = g_ptr_array_new_with_free_func (g_object_unref);
  self->preview->unfilled = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < koyomi_matrix_get_n_rows (self->matrix); i++)
    map_row (self, koyomi_matrix_get_row (self->matrix, i));

  unmapped = koyomi_matrix_list_unmapped (self->matrix, from);
  for (guint i = 0; i < unmapped->len; i++)
    if (koyomi_matrix_is_assigned (self->matrix, koyomi_record_get_id (g_ptr_array_index (unmapped, i))))
      g_ptr_array_add (self->preview->unmapped, g_object_ref (g_ptr_array_index (unmapped, i)));

  return TRUE;
}

/* Returns: (transfer full): what koyomi_session_apply_mapping() would do now */
KoyomiMappingPreview *
koyomi_session_preview_mapping (KoyomiSession   *session,
                                gint64           from_catalogue,
                                gint64           to_catalogue,
                                guint32          day,
                                KoyomiLanguage   language,
                                GError         **error)
{
  g_auto(Mapping) self = { NULL };

  g_return_val_if_fail (from_catalogue != to_catalogue, NULL);

  return plan_mapping (&self, session, from_catalogue, to_catalogue, day, language, error) ? g_steal_pointer (&self.preview) : NULL;
}

/**
 * koyomi_session_apply_mapping:
 * @day: what holds on it is copied
 *
 * Copies the assignments of one catalogue's functions to those of another that they map to and that have none, as one edit. Where
 * several functions map to one, the letters come together, and the first team that has the A keeps it; the others get R for it. The
 * functions of @from_catalogue keep theirs.
 */
gboolean
koyomi_session_apply_mapping (KoyomiSession   *session,
                              gint64           from_catalogue,
                              gint64           to_catalogue,
                              guint32          day,
                              KoyomiLanguage   language,
                              GError         **error)
{
  g_auto(Mapping) self = { NULL };
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autofree char *from_name = NULL;
  g_autofree char *to_name = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (from_catalogue != to_catalogue, FALSE);

  if ((edit = koyomi_session_begin_edit (session, error)) == NULL ||
      !plan_mapping (&self, session, from_catalogue, to_catalogue, day, koyomi_session_get_own_language (session), error))
    return FALSE;

  for (guint i = 0; i < self.copies->len; i++)
    if (!koyomi_edit_insert (edit, g_ptr_array_index (self.copies, i), error))
      return FALSE;

  from_name = _koyomi_label_name_row (session, KOYOMI_TABLE_CATALOGUE, from_catalogue, language);
  to_name = _koyomi_label_name_row (session, KOYOMI_TABLE_CATALOGUE, to_catalogue, language);
  /* Translators: a catalogue of functions, and another one */
  label = g_strdup_printf (koyomi_tr (language, N_("Copy the assignments of %s to %s")), from_name, to_name);

  return koyomi_edit_commit (edit, label, error);
}
