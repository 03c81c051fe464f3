#include "koyomi-review-view.h"

#include "koyomi-day.h"
#include "koyomi-part-dialog.h"
#include "koyomi-part-list.h"
#include "koyomi-review-inputs.h"
#include "koyomi-text.h"

#include <string.h>

/* So many rows of the plan are shown of an input; the rest is counted. */
#define MOST_ROWS 6

/* A row of the list: an input by its place, a row of the plan by both. */
#define ROW_BASE 1000

struct _KoyomiReviewView
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  gint64           meeting;
  GPtrArray       *inputs;      /* (element-type KoyomiReviewInput): NULL until they are read */
  GtkWidget       *box;
  GtkWidget       *missing;
  GtkWidget       *list;
};

G_DEFINE_FINAL_TYPE (KoyomiReviewView, koyomi_review_view, GTK_TYPE_WIDGET)

static KoyomiReviewTopic
read_topic (const char *code)
{
  KoyomiReviewTopic topic = 0;

  while (topic < KOYOMI_N_REVIEW_TOPICS - 1 && strcmp (koyomi_review_topic_get_code (topic), code) != 0)
    topic++;

  return topic;
}

/* What is said is a row of its own each time: what was said before stays. */
static gboolean
save_statement (KoyomiWorkspace  *workspace,
                gint64            meeting,
                KoyomiRecord     *statement,
                GError          **error)
{
  return koyomi_session_state_review_input (koyomi_workspace_get_session (workspace), meeting,
                                            read_topic (koyomi_record_get_text (statement, KOYOMI_REVIEW_INPUT_INPUT)),
                                            koyomi_record_get_int (statement, KOYOMI_REVIEW_INPUT_IS_EMPTY) != 0,
                                            koyomi_record_get_text (statement, KOYOMI_REVIEW_INPUT_TEXT),
                                            koyomi_workspace_get_language (workspace), error);
}

static const KoyomiPartInput inputs[] = {
  { KOYOMI_REVIEW_INPUT_TEXT, N_("_What there is to say"), KOYOMI_PART_INPUT_MULTI_LINE },
  { KOYOMI_REVIEW_INPUT_IS_EMPTY, N_("_Nothing to report") },
};

static const KoyomiPartForm form = {
  N_("Input of the Review"), N_("_Save"), N_("The input was not saved"), inputs, G_N_ELEMENTS (inputs), save_statement
};

static const char *tr (KoyomiReviewView *self,
                       const char       *text) G_GNUC_FORMAT (2);

static const char *
tr (KoyomiReviewView *self,
    const char       *text)
{
  return koyomi_workspace_tr (self->workspace, text);
}

/* @row: (out): which of its rows; -1 for the input itself */
static KoyomiReviewInput *
find_input (KoyomiReviewView *self,
            GVariant         *parameter,
            int              *row)
{
  gint64 id = g_variant_get_int64 (parameter);
  gint64 topic = (id >= ROW_BASE ? id / ROW_BASE : id) - 1;

  *row = id >= ROW_BASE ? id % ROW_BASE : -1;

  return self->inputs != NULL && topic >= 0 && topic < self->inputs->len ? g_ptr_array_index (self->inputs, topic) : NULL;
}

/* The window over which this one lies shows it. */
static void
show_record (KoyomiReviewView      *self,
             const KoyomiReviewRow *row)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWindow *main = window;
  KoyomiTableId table = row->table;
  gint64 id = row->id;

  while (gtk_window_get_transient_for (main) != NULL)
    main = gtk_window_get_transient_for (main);

  g_object_ref (main);
  while (window != NULL && window != main)
    {
      GtkWindow *below = gtk_window_get_transient_for (window);

      gtk_window_close (window);
      window = below;
    }
  gtk_widget_activate_action (GTK_WIDGET (main), "plan.show-record", "(ux)", (guint) table, id);
  g_object_unref (main);
}

static void
say (KoyomiReviewView  *self,
     KoyomiReviewInput *input)
{
  g_autoptr(KoyomiRecord) statement = koyomi_record_new (KOYOMI_TABLE_REVIEW_INPUT);

  if (!koyomi_workspace_can_edit (self->workspace))
    return;

  koyomi_record_set_language (statement, koyomi_workspace_get_language (self->workspace));
  koyomi_record_set_text (statement, KOYOMI_REVIEW_INPUT_INPUT, koyomi_review_topic_get_code (input->topic));
  if (input->statement != NULL)
    {
      koyomi_record_set_text (statement, KOYOMI_REVIEW_INPUT_TEXT, koyomi_record_get_text (input->statement, KOYOMI_REVIEW_INPUT_TEXT));
      koyomi_record_set_int (statement, KOYOMI_REVIEW_INPUT_IS_EMPTY, koyomi_record_get_int (input->statement, KOYOMI_REVIEW_INPUT_IS_EMPTY));
    }
  koyomi_part_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->workspace, &form, self->meeting, statement);
}

/* Enter writes to an input, and goes to a row of the plan. */
static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  KoyomiReviewView *self = KOYOMI_REVIEW_VIEW (widget);
  int row;
  KoyomiReviewInput *input = find_input (self, parameter, &row);

  if (input != NULL && row >= 0 && row < (int) input->rows->len)
    show_record (self, g_ptr_array_index (input->rows, row));
  else if (input != NULL && row < 0)
    say (self, input);
}

static void
nothing_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  KoyomiReviewView *self = KOYOMI_REVIEW_VIEW (widget);
  int row;
  KoyomiReviewInput *input = find_input (self, parameter, &row);
  g_autoptr(GError) error = NULL;

  if (input != NULL && koyomi_workspace_can_edit (self->workspace) &&
      !koyomi_session_state_review_input (koyomi_workspace_get_session (self->workspace), self->meeting, input->topic, TRUE, "",
                                          koyomi_workspace_get_language (self->workspace), &error))
    koyomi_workspace_fail (self->workspace, tr (self, N_("The input was not saved")), error);
}

static void
koyomi_review_view_dispose (GObject *object)
{
  KoyomiReviewView *self = KOYOMI_REVIEW_VIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->inputs, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_review_view_parent_class)->dispose (object);
}

static void
koyomi_review_view_class_init (KoyomiReviewViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_review_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  gtk_widget_class_install_action (widget_class, "review.open", "x", open_action);
  gtk_widget_class_install_action (widget_class, "review.nothing", "x", nothing_action);
}

static void
koyomi_review_view_init (KoyomiReviewView *self)
{
}

GtkWidget *
koyomi_review_view_new (KoyomiWorkspace *workspace)
{
  KoyomiReviewView *self = g_object_new (KOYOMI_TYPE_REVIEW_VIEW, NULL);

  self->workspace = g_object_ref (workspace);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->missing = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->missing), 0);
  gtk_label_set_wrap (GTK_LABEL (self->missing), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->missing), PANGO_WRAP_WORD_CHAR);
  self->list = koyomi_part_list_new (workspace, tr (self, N_("What the review has to look at (9.3.2)")), "");
  koyomi_part_list_set_key (KOYOMI_PART_LIST (self->list), KOYOMI_PART_KEY_ACTIVATE, "review.open");
  gtk_box_append (GTK_BOX (self->box), self->missing);
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/* What people say of it; of what nobody said anything that this is so. */
static void
describe (KoyomiReviewView  *self,
          KoyomiReviewInput *input,
          KoyomiPartRow     *row)
{
  const char *text = input->statement != NULL ? koyomi_record_get_text (input->statement, KOYOMI_REVIEW_INPUT_TEXT) : "";

  if (!koyomi_text_is_blank (text))
    koyomi_part_row_set_below (row, text, NULL);
  else if (input->statement != NULL && koyomi_record_get_int (input->statement, KOYOMI_REVIEW_INPUT_IS_EMPTY))
    koyomi_part_row_set_below (row, tr (self, N_("Nothing to report")), NULL);
  else if (!input->is_settled)
    koyomi_part_row_set_below (row, tr (self, N_("Missing: write a text, or that there is nothing to report")), "error");
}

static void
add_input (KoyomiReviewView  *self,
           KoyomiReviewInput *input)
{
  g_autofree char *title = g_strdup_printf ("%s  %s", koyomi_review_topic_get_code (input->topic),
                                            koyomi_review_topic_get_label (input->topic, koyomi_workspace_get_language (self->workspace)));
  GtkWidget *row = koyomi_part_row_new (input->topic + 1, title);

  gtk_widget_add_css_class (row, "koyomi-review-input");
  describe (self, input, KOYOMI_PART_ROW (row));
  if (koyomi_workspace_can_edit (self->workspace))
    {
      koyomi_part_row_add_item (KOYOMI_PART_ROW (row), tr (self, N_("_Write…")), "review.open");
      koyomi_part_row_add_item (KOYOMI_PART_ROW (row), tr (self, N_("_Nothing to Report")), "review.nothing");
    }
  koyomi_part_list_take (KOYOMI_PART_LIST (self->list), row);
}

static void
add_rows (KoyomiReviewView  *self,
          KoyomiReviewInput *input)
{
  guint n = MIN (input->rows->len, MOST_ROWS);

  for (guint i = 0; i < n; i++)
    {
      const KoyomiReviewRow *told = g_ptr_array_index (input->rows, i);
      GtkWidget *row = koyomi_part_row_new ((input->topic + 1) * ROW_BASE + i, told->text);
      g_autofree char *more = NULL;

      if (i == n - 1 && input->rows->len > n)
        more = g_strdup_printf (koyomi_ntr (koyomi_workspace_get_language (self->workspace), "%s · and %u more", "%s · and %u more",
                                            input->rows->len - n), told->state, input->rows->len - n);
      gtk_widget_set_margin_start (row, 24);
      koyomi_part_row_set_below (KOYOMI_PART_ROW (row), more != NULL ? more : told->state, NULL);
      koyomi_part_row_add_item (KOYOMI_PART_ROW (row), tr (self, N_("_Show")), "review.open");
      koyomi_part_list_take (KOYOMI_PART_LIST (self->list), row);
    }
}

/* Names what is missing. */
static void
show_missing (KoyomiReviewView *self)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  GString *names = g_string_new (NULL);
  guint n_settled = 0;
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->inputs->len; i++)
    {
      KoyomiReviewInput *input = g_ptr_array_index (self->inputs, i);

      if (input->is_settled)
        n_settled++;
      else
        g_string_append_printf (names, "%s%s %s", names->len > 0 ? koyomi_tr (language, ", ") : "", koyomi_review_topic_get_code (input->topic),
                                koyomi_review_topic_get_label (input->topic, language));
    }

  count = g_strdup_printf ("%u / %u", n_settled, self->inputs->len);
  /* Translators: %s are the inputs of a management review of which nothing is said */
  text = g_strdup_printf (tr (self, N_("Still missing: %s")), names->str);
  gtk_label_set_label (GTK_LABEL (self->missing), names->len > 0 ? text : tr (self, N_("Something is said of every input.")));
  koyomi_part_list_set_count (KOYOMI_PART_LIST (self->list), count);
  g_string_free (names, TRUE);
}

/* Shows what that review has to look at as the plan has it now. */
void
koyomi_review_view_set_meeting (KoyomiReviewView *self,
                                gint64            meeting)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *read;

  g_return_if_fail (KOYOMI_IS_REVIEW_VIEW (self));

  self->meeting = meeting;
  read = koyomi_session_load_review_inputs (koyomi_workspace_get_session (self->workspace), meeting, koyomi_day_today (),
                                            koyomi_workspace_get_language (self->workspace), &error);
  if (read == NULL)
    {
      koyomi_workspace_fail (self->workspace, tr (self, N_("The plan could not be read")), error);
      return;
    }

  g_clear_pointer (&self->inputs, g_ptr_array_unref);
  self->inputs = read;
  koyomi_part_list_clear (KOYOMI_PART_LIST (self->list));
  for (guint i = 0; i < read->len; i++)
    {
      add_input (self, g_ptr_array_index (read, i));
      add_rows (self, g_ptr_array_index (read, i));
    }
  koyomi_part_list_show (KOYOMI_PART_LIST (self->list));
  show_missing (self);
}
