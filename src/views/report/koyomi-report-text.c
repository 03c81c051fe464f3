#include "koyomi-report-text.h"

#include "koyomi-focus.h"
#include "koyomi-narrative.h"
#include "koyomi-text-field.h"
#include "koyomi-text.h"

struct _KoyomiReportText
{
  GtkWidget               parent_instance;

  KoyomiWorkspace        *workspace;
  const KoyomiReportPart *part;
  KoyomiReportWish        wish;
  KoyomiTextField        *input;
  GtkWidget              *mark;
  GtkWidget              *before;         /* what was written last time */
  GtkWidget              *take_button;
  char                   *last_text;      /* NULL where nothing was */
};

G_DEFINE_FINAL_TYPE (KoyomiReportText, koyomi_report_text, GTK_TYPE_WIDGET)

static gboolean
koyomi_report_text_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (koyomi_text_field_get_input (KOYOMI_REPORT_TEXT (widget)->input));
}

static void
koyomi_report_text_dispose (GObject *object)
{
  KoyomiReportText *self = KOYOMI_REPORT_TEXT (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_report_text_parent_class)->dispose (object);
}

static void
koyomi_report_text_finalize (GObject *object)
{
  g_free (KOYOMI_REPORT_TEXT (object)->last_text);

  G_OBJECT_CLASS (koyomi_report_text_parent_class)->finalize (object);
}

static void
koyomi_report_text_class_init (KoyomiReportTextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_report_text_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_report_text_finalize;
  GTK_WIDGET_CLASS (klass)->focus = koyomi_focus_move;
  GTK_WIDGET_CLASS (klass)->grab_focus = koyomi_report_text_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
koyomi_report_text_init (KoyomiReportText *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
}

static const char *
get_title (KoyomiReportText *self)
{
  return koyomi_workspace_tr (self->workspace, self->part->title);
}

/* A quarter, or a month, earlier. */
static KoyomiReportOptions
go_back (const KoyomiReportOptions *options)
{
  KoyomiReportOptions before = *options;

  if (options->month > 1)
    before.month--;
  else
    {
      before.month = options->month == 0 ? 0 : 3;
      before.quarter = options->quarter == 1 ? 4 : options->quarter - 1;
      before.year.year -= options->quarter == 1;
    }

  return before;
}

/* Returns: (transfer full) (nullable): NULL where nothing is written or with @error */
static char *
find_text (KoyomiReportText           *self,
           const KoyomiReportOptions  *options,
           GError                    **error)
{
  guint32 day;
  g_autofree char *report = koyomi_report_dup_narrative (self->wish.kind, options, &day);
  const KoyomiNarrativePlace place = { report, self->part->id, day };
  g_autoptr(KoyomiRecord) narrative = NULL;

  if (!koyomi_session_find_narrative (koyomi_workspace_get_session (self->workspace), &place, options->language, &narrative, error) ||
      narrative == NULL)
    return NULL;

  return g_strdup (koyomi_record_get_text (narrative, KOYOMI_NARRATIVE_TEXT));
}

static gboolean
write_text (KoyomiReportText *self,
            const char       *text)
{
  guint32 day;
  g_autofree char *report = koyomi_report_dup_narrative (self->wish.kind, &self->wish.options, &day);
  const KoyomiNarrativePlace place = { report, self->part->id, day };
  g_autoptr(GError) error = NULL;

  if (koyomi_session_write_narrative (koyomi_workspace_get_session (self->workspace), &place,
                                      koyomi_tr (self->wish.options.language, self->part->title),
                                      koyomi_text_is_blank (text) ? "" : text, self->wish.options.language, &error))
    return TRUE;

  koyomi_workspace_fail (self->workspace, koyomi_workspace_tr (self->workspace, N_("The text was not saved")), error);

  return FALSE;
}

static void
flush_cb (KoyomiReportText *self)
{
  koyomi_text_field_commit (self->input);
}

static void
take_cb (KoyomiReportText *self)
{
  if (self->last_text != NULL && write_text (self, self->last_text))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);

  return label;
}

static void
add_head (KoyomiReportText *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = make_label (get_title (self), "heading");

  gtk_widget_set_hexpand (label, TRUE);
  self->mark = make_label (NULL, "caption");
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), self->mark);
  gtk_widget_set_parent (line, GTK_WIDGET (self));
}

static GtkWidget *
add_input (KoyomiReportText *self)
{
  GtkWidget *input;

  self->input = KOYOMI_TEXT_FIELD (koyomi_text_field_new_multi_line (get_title (self)));
  koyomi_text_field_hide_caption (self->input);
  input = koyomi_text_field_get_input (self->input);
  gtk_accessible_update_property (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_PROPERTY_LABEL, get_title (self), -1);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (input), koyomi_workspace_can_edit (self->workspace));
  g_signal_connect_object (self->input, "commit", G_CALLBACK (write_text), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "flush", G_CALLBACK (flush_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self->input);
}

static GtkWidget *
add_before (KoyomiReportText *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const char *title = self->wish.options.month == 0 ? N_("Last quarter") : N_("Last month");

  self->before = make_label (NULL, "dim-label");
  gtk_label_set_selectable (GTK_LABEL (self->before), TRUE);
  self->take_button = gtk_button_new_with_label (koyomi_workspace_tr (self->workspace, N_("Take Over")));
  gtk_widget_set_halign (self->take_button, GTK_ALIGN_START);
  g_signal_connect_object (self->take_button, "clicked", G_CALLBACK (take_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), make_label (koyomi_workspace_tr (self->workspace, title), "caption-heading"));
  gtk_box_append (GTK_BOX (box), self->before);
  gtk_box_append (GTK_BOX (box), self->take_button);

  return box;
}

/* @part: of the report that is wished for */
GtkWidget *
koyomi_report_text_new (KoyomiWorkspace        *workspace,
                        const KoyomiReportPart *part,
                        const KoyomiReportWish *wish)
{
  KoyomiReportText *self = g_object_new (KOYOMI_TYPE_REPORT_TEXT, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  self->workspace = g_object_ref (workspace);
  self->part = part;
  self->wish = *wish;
  add_head (self);
  gtk_box_set_homogeneous (GTK_BOX (line), TRUE);
  gtk_box_append (GTK_BOX (line), add_input (self));
  gtk_box_append (GTK_BOX (line), add_before (self));
  gtk_widget_set_parent (line, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

static void
show_before (KoyomiReportText *self)
{
  gboolean is_there = self->last_text != NULL;

  gtk_label_set_label (GTK_LABEL (self->before), is_there ? self->last_text
                                                          : koyomi_workspace_tr (self->workspace, N_("Nothing was written then.")));
  gtk_widget_set_visible (self->take_button, is_there);
  gtk_widget_set_sensitive (self->take_button, koyomi_workspace_can_edit (self->workspace));
}

/* Shows what the plan has now; what a person is typing stays. @is_written: (out): whether the section has a text */
gboolean
koyomi_report_text_refresh (KoyomiReportText  *self,
                            gboolean          *is_written,
                            GError           **error)
{
  const KoyomiReportOptions last = go_back (&self->wish.options);
  g_autoptr(GError) fault = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (KOYOMI_IS_REPORT_TEXT (self), FALSE);

  text = find_text (self, &self->wish.options, &fault);
  g_clear_pointer (&self->last_text, g_free);
  if (fault == NULL)
    self->last_text = find_text (self, &last, &fault);
  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }

  *is_written = text != NULL;
  gtk_label_set_label (GTK_LABEL (self->mark), *is_written ? "✓" : koyomi_workspace_tr (self->workspace, "△ Not filled in"));
  koyomi_text_field_show (self->input, text != NULL ? text : "");
  show_before (self);

  return TRUE;
}
