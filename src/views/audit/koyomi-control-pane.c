#include "koyomi-control-pane.h"

#include "koyomi-control-squares.h"
#include "koyomi-day.h"
#include "koyomi-evidence-dialog.h"
#include "koyomi-fact-list.h"
#include "koyomi-focus.h"
#include "koyomi-record-form.h"

struct _KoyomiControlPane
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  gint64           control;     /* 0 for none */
  GtkWidget       *scroller;
  GtkLabel        *title;
  GtkLabel        *state;
  GtkLabel        *gaps;
  GtkWidget       *form;
  GtkWidget       *functions;
  GtkWidget       *activities;
  GtkWidget       *evidence;
  GtkWidget       *findings;
};

G_DEFINE_FINAL_TYPE (KoyomiControlPane, koyomi_control_pane, GTK_TYPE_WIDGET)

static const KoyomiRecordInput inputs[] = {
  { KOYOMI_CONTROL_APPLICABLE, N_("_Applies") },
  { KOYOMI_CONTROL_STATUS, N_("_Status"), KOYOMI_RECORD_INPUT_BESIDE },
  { KOYOMI_CONTROL_REASON, N_("_Reason for taking it in or leaving it out"), KOYOMI_RECORD_INPUT_MULTI_LINE },
};

static const char *tr (KoyomiControlPane *self,
                       const char        *text) G_GNUC_FORMAT (2);

static const char *
tr (KoyomiControlPane *self,
    const char        *text)
{
  return koyomi_workspace_tr (self->workspace, text);
}

static void
koyomi_control_pane_dispose (GObject *object)
{
  KoyomiControlPane *self = KOYOMI_CONTROL_PANE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_control_pane_parent_class)->dispose (object);
}

static void
koyomi_control_pane_class_init (KoyomiControlPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_control_pane_dispose;
  GTK_WIDGET_CLASS (klass)->focus = koyomi_focus_move;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
koyomi_control_pane_init (KoyomiControlPane *self)
{
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
open (KoyomiControlPane *self,
      KoyomiTableId      table,
      gint64             id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "plan.show-record", "(ux)", table, id);
}

static void
open_function_cb (KoyomiControlPane *self,
                  gint64             id)
{
  open (self, KOYOMI_TABLE_FUNCTION, id);
}

static void
open_activity_cb (KoyomiControlPane *self,
                  gint64             id)
{
  open (self, KOYOMI_TABLE_ACTIVITY, id);
}

static void
open_evidence_cb (KoyomiControlPane *self,
                  gint64             id)
{
  open (self, KOYOMI_TABLE_EVIDENCE, id);
}

static void
open_finding_cb (KoyomiControlPane *self,
                 gint64             id)
{
  open (self, KOYOMI_TABLE_FINDING, id);
}

static GtkWidget *
add_list (KoyomiControlPane *self,
          GtkWidget         *box,
          const char        *name,
          const char        *none,
          GCallback          activated)
{
  GtkWidget *list = koyomi_fact_list_new (name, none);

  g_signal_connect_object (list, "activated", activated, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), list);

  return list;
}

static void
add_evidence_cb (KoyomiControlPane *self)
{
  if (self->control == 0)
    return;

  koyomi_workspace_flush (self->workspace);
  koyomi_evidence_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->workspace, KOYOMI_PROOF_CONTROL, self->control);
}

static void
add_button (KoyomiControlPane *self,
            GtkWidget         *box)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (tr (self, N_("Add _Evidence…")));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_sensitive (button, koyomi_workspace_can_edit (self->workspace));
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_evidence_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
make_box (KoyomiControlPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  self->title = add_label (box, "title-4");
  self->state = add_label (box, "koyomi-chip");
  gtk_widget_set_halign (GTK_WIDGET (self->state), GTK_ALIGN_START);
  self->gaps = add_label (box, "warning");
  self->form = koyomi_record_form_new (self->workspace, inputs, G_N_ELEMENTS (inputs));
  gtk_box_append (GTK_BOX (box), self->form);
  self->evidence = add_list (self, box, tr (self, N_("Evidence")), tr (self, N_("There is no evidence.")), G_CALLBACK (open_evidence_cb));
  add_button (self, box);
  self->functions = add_list (self, box, tr (self, N_("Fulfilled by")), tr (self, N_("No function is to fulfil it.")), G_CALLBACK (open_function_cb));
  self->activities = add_list (self, box, tr (self, N_("Activities")), tr (self, N_("No activity names it.")), G_CALLBACK (open_activity_cb));
  self->findings = add_list (self, box, tr (self, N_("Findings")), tr (self, N_("There are no findings.")), G_CALLBACK (open_finding_cb));

  return box;
}

GtkWidget *
koyomi_control_pane_new (KoyomiWorkspace *workspace)
{
  KoyomiControlPane *self = g_object_new (KOYOMI_TYPE_CONTROL_PANE, NULL);

  self->workspace = g_object_ref (workspace);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), make_box (self));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);

  return GTK_WIDGET (self);
}

static void
show_rows (GtkWidget  *list,
           GPtrArray  *rows,
           const char *heading)
{
  for (guint i = 0; i < rows->len; i++)
    koyomi_fact_list_add (KOYOMI_FACT_LIST (list), koyomi_record_get_title (g_ptr_array_index (rows, i)), "", "",
                          koyomi_record_get_id (g_ptr_array_index (rows, i)));
  koyomi_fact_list_show (KOYOMI_FACT_LIST (list), heading);
}

static void
show_evidence (KoyomiControlPane       *self,
               const KoyomiControlLine *line)
{
  for (guint i = 0; i < line->evidence->len; i++)
    {
      const KoyomiControlEvidence *evidence = &g_array_index (line->evidence, KoyomiControlEvidence, i);
      g_autofree char *day = koyomi_day_format (koyomi_evidence_get_effective_day (evidence->evidence));

      koyomi_fact_list_add (KOYOMI_FACT_LIST (self->evidence), koyomi_record_get_title (evidence->evidence), day,
                            evidence->is_fresh ? tr (self, N_("Up to date")) : tr (self, N_("Old")), koyomi_record_get_id (evidence->evidence));
    }
  koyomi_fact_list_show (KOYOMI_FACT_LIST (self->evidence), tr (self, N_("Evidence")));
}

static void
show_findings (KoyomiControlPane *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) findings = koyomi_session_list (koyomi_workspace_get_session (self->workspace), KOYOMI_TABLE_FINDING,
                                                       KOYOMI_FINDING_CONTROL, self->control,
                                                       koyomi_workspace_get_language (self->workspace), &error);

  if (findings == NULL)
    koyomi_workspace_fail (self->workspace, tr (self, N_("The plan could not be read")), error);
  else
    show_rows (self->findings, findings, tr (self, N_("Findings")));
}

static void
show_gaps (KoyomiControlPane *self,
           KoyomiControlGap   gaps)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (int i = 0; i < KOYOMI_N_CONTROL_GAPS; i++)
    if (gaps & (1 << i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                              koyomi_control_gap_get_sentence (1 << i, koyomi_workspace_get_language (self->workspace)));
  gtk_label_set_label (self->gaps, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->gaps), text->len > 0);
}

static void
show_head (KoyomiControlPane       *self,
           const KoyomiControlLine *line)
{
  const char *classes[] = { "koyomi-chip", koyomi_control_squares_get_style (line->state), NULL };
  g_autofree char *title = g_strdup_printf ("%s %s", koyomi_record_get_text (line->control, KOYOMI_CONTROL_CODE),
                                            koyomi_record_get_title (line->control));

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->state, koyomi_control_state_get_label (line->state, koyomi_workspace_get_language (self->workspace)));
  gtk_widget_set_css_classes (GTK_WIDGET (self->state), classes);
}

void
koyomi_control_pane_show (KoyomiControlPane       *self,
                          const KoyomiControlLine *line)
{
  self->control = koyomi_record_get_id (line->control);
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  show_head (self, line);
  show_gaps (self, line->gaps);
  gtk_widget_set_visible (self->form, koyomi_record_get_int (line->control, KOYOMI_CONTROL_KIND) == KOYOMI_CONTROL_KIND_ANNEX_A);
  koyomi_record_form_show (KOYOMI_RECORD_FORM (self->form), line->control);
  show_evidence (self, line);
  show_rows (self->functions, line->functions, tr (self, N_("Fulfilled by")));
  show_rows (self->activities, line->activities, tr (self, N_("Activities")));
  show_findings (self);
}
