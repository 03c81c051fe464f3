#include "koyomi-log-footer.h"

#include "koyomi-chain.h"
#include "koyomi-focus.h"
#include "koyomi-ui.h"
#include "koyomi-verification.h"

#include <string.h>

/* So many digits of a proof are printed, and have to be typed. */
#define PRINTED_LENGTH 16

struct _KoyomiLogFooter
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  char            *hash;          /* of the last entry; "" without one */
  gint64           n_entries;
  KoyomiChain     *chain;

  GtkWidget       *box;
  GtkLabel        *state;
  GtkLabel        *head;
  GtkLabel        *advice;
  GtkEditable     *printed;
  GtkWidget       *copy_button;
  GtkWidget       *verify_button;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiLogFooter, box),
  KOYOMI_UI_CHILD (KoyomiLogFooter, state),
  KOYOMI_UI_CHILD (KoyomiLogFooter, head),
  KOYOMI_UI_CHILD (KoyomiLogFooter, advice),
  KOYOMI_UI_CHILD (KoyomiLogFooter, printed),
  KOYOMI_UI_CHILD (KoyomiLogFooter, copy_button),
  KOYOMI_UI_CHILD (KoyomiLogFooter, verify_button),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiLogFooter, koyomi_log_footer, GTK_TYPE_WIDGET)

static KoyomiLanguage
get_language (KoyomiLogFooter *self)
{
  return koyomi_workspace_get_language (self->workspace);
}

static void
show_state (KoyomiLogFooter *self)
{
  /* Translators: the first digits of a proof */
  g_autofree char *head = g_strdup_printf (koyomi_tr (get_language (self), N_("Reports print %.16s")), self->hash);

  koyomi_chain_show (self->chain, self->state, self->n_entries);
  gtk_label_set_label (self->head, *self->hash != '\0' ? head : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->head), self->hash);
  gtk_widget_set_sensitive (self->copy_button, *self->hash != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->advice), koyomi_chain_is_broken (self->chain));
}

static void
verified (const KoyomiEntry *head,
          gint64             bad_seq,
          const GError      *error,
          gpointer           data)
{
  KoyomiLogFooter *self = data;

  if (self->workspace != NULL)
    koyomi_chain_take (self->chain, head, bad_seq, error);
}

/* @printed: (out) (transfer full): NULL when nothing is typed. Returns: whether it can be looked for */
static gboolean
read_printed (KoyomiLogFooter  *self,
              char            **printed)
{
  g_autofree char *text = g_strstrip (g_ascii_strdown (gtk_editable_get_text (self->printed), -1));
  gboolean is_proof = strlen (text) >= PRINTED_LENGTH && strspn (text, "0123456789abcdef") == strlen (text);

  *printed = is_proof ? g_steal_pointer (&text) : NULL;

  return is_proof || *text == '\0';
}

static void
verify_cb (KoyomiLogFooter *self)
{
  g_autofree char *printed = NULL;

  koyomi_workspace_flush (self->workspace);
  if (!read_printed (self, &printed))
    {
      koyomi_workspace_tell (self->workspace,
                             koyomi_workspace_tr (self->workspace, N_("A printed proof has at least 16 digits from 0 to 9 and a to f.")));
      gtk_widget_add_css_class (GTK_WIDGET (self->printed), "error");
      gtk_widget_grab_focus (GTK_WIDGET (self->printed));
      return;
    }

  koyomi_verification_run (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), koyomi_workspace_get_session (self->workspace),
                           get_language (self), printed, verified, G_OBJECT (self));
}

static void
typed_cb (KoyomiLogFooter *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->printed), "error");
}

static void
copy_cb (KoyomiLogFooter *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->hash);
  koyomi_workspace_tell (self->workspace, koyomi_workspace_tr (self->workspace, N_("The proof was copied")));
}

static void
koyomi_log_footer_dispose (GObject *object)
{
  KoyomiLogFooter *self = KOYOMI_LOG_FOOTER (object);

  koyomi_ui_clear (object, children);
  g_clear_object (&self->chain);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_log_footer_parent_class)->dispose (object);
}

static void
koyomi_log_footer_finalize (GObject *object)
{
  g_free (KOYOMI_LOG_FOOTER (object)->hash);

  G_OBJECT_CLASS (koyomi_log_footer_parent_class)->finalize (object);
}

static void
koyomi_log_footer_class_init (KoyomiLogFooterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_log_footer_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_log_footer_finalize;
  GTK_WIDGET_CLASS (klass)->focus = koyomi_focus_move;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
koyomi_log_footer_init (KoyomiLogFooter *self)
{
  self->hash = g_strdup ("");
}

GtkWidget *
koyomi_log_footer_new (KoyomiWorkspace *workspace)
{
  KoyomiLogFooter *self = g_object_new (KOYOMI_TYPE_LOG_FOOTER, NULL);

  self->workspace = g_object_ref (workspace);
  self->chain = g_object_ref (koyomi_chain_get (workspace));
  koyomi_ui_build (self, KOYOMI_TYPE_LOG_FOOTER, "koyomi-log-footer", koyomi_workspace_get_language (workspace), children);
  g_signal_connect_object (self->verify_button, "clicked", G_CALLBACK (verify_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->printed, "activate", G_CALLBACK (verify_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->printed, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->copy_button, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chain, "changed", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  show_state (self);

  return GTK_WIDGET (self);
}

/* @head: (nullable): the last entry */
void
koyomi_log_footer_show (KoyomiLogFooter   *self,
                        const KoyomiEntry *head)
{
  g_free (self->hash);
  self->hash = head != NULL ? koyomi_entry_dup_hash (head) : g_strdup ("");
  self->n_entries = head != NULL ? head->seq : 0;
  koyomi_chain_start (self->chain);
  show_state (self);
}
