//! `Configuration`: both files together, and what may be used of them.

use super::{Entry, Places, Trust, UNTRUSTED_KEYS};
use crate::exit::{Attempt, Failure};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Whose file an entry is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileOrigin {
    /// The user's own file.
    User,
    /// The file of a project, which the user trusts.
    Trusted,
    /// The file of a project.
    Untrusted,
}

/// A file of targets.
#[derive(Clone, Debug, PartialEq)]
pub struct ConfigFile {
    /// The path.
    pub path: PathBuf,
    /// The content, as it was read once.
    pub content: String,
    /// Whose file it is.
    pub origin: FileOrigin,
    targets: toml::Table,
}

/// The targets of the user's file and of the project's.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Configuration {
    /// The user's file.
    pub user: Option<ConfigFile>,
    /// The project's file.
    pub project: Option<ConfigFile>,
    /// What the user should know of files that are ignored.
    pub warnings: Vec<String>,
}

impl ConfigFile {
    /// Reads a file; `None` if there is none.
    fn read(path: &Path, origin: FileOrigin) -> Attempt<Option<Self>> {
        let content = match fs::read_to_string(path) {
            Ok(content) => content,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(Failure::reading(path.display(), &error)),
        };
        let targets: toml::Table = toml::from_str(&content).map_err(|error: toml::de::Error| {
            // The line itself is not shown, because it may hold a password.
            let at = error.span().map_or(String::new(), |span| {
                let before = &content[..span.start.min(content.len())];
                let line = before.matches('\n').count() + 1;
                let column = before.chars().rev().take_while(|char| *char != '\n').count() + 1;
                format!(":{line}:{column}")
            });
            let message = error.message().lines().next().unwrap_or_default();
            Failure::usage(format!("{}{at}: {message}", path.display()))
        })?;
        Ok(Some(Self { path: path.to_owned(), content, origin, targets }))
    }

    /// Returns the names of the targets, in the order of the file.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.targets.keys().map(String::as_str)
    }

    /// Returns whether the file has a target of this name.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.targets.contains_key(name)
    }

    /// Returns the keys of a target that only a trusted file may have.
    #[must_use]
    pub fn refused_keys(&self, name: &str) -> Vec<&str> {
        let keys =
            self.targets.get(name).and_then(toml::Value::as_table).into_iter().flat_map(toml::Table::keys);
        keys.map(String::as_str).filter(|key| !UNTRUSTED_KEYS.contains(key)).collect()
    }

    /// Reads a target.
    ///
    /// # Errors
    /// [`Exit::Usage`](crate::exit::Exit::Usage) if it is not one.
    pub fn entry(&self, name: &str) -> Attempt<Option<Entry>> {
        let Some(value) = self.targets.get(name) else { return Ok(None) };
        let wrong = |what: &str| Failure::usage(format!("{}: [{name}]: {what}", self.path.display()));
        let table = value.as_table().ok_or_else(|| {
            wrong(&format!("expected a table, found {}", value.type_str()))
                .with_remedy(format!("write [{name}], and below it url = \"http://…\""))
        })?;
        let folder = self.path.parent().unwrap_or(Path::new(""));
        Entry::from_toml(table, folder).map(Some).map_err(|error| wrong(&error))
    }
}

impl Configuration {
    /// Reads the configuration of the user who runs the program.
    ///
    /// # Errors
    /// [`Exit::Usage`](crate::exit::Exit::Usage) if a file cannot be read or is not TOML.
    pub fn load() -> Attempt<Self> {
        Self::load_from(&Places::of_the_user())
    }

    /// Reads the configuration at these places.
    ///
    /// # Errors
    /// As [`Configuration::load`].
    pub fn load_from(places: &Places) -> Attempt<Self> {
        let mut found = Self::default();
        if let Some(path) = places.user_file() {
            found.user = ConfigFile::read(&path, FileOrigin::User)?;
        }
        let Some(path) = places.project_file() else { return Ok(found) };
        if let Some(why) = reason_to_ignore(&path) {
            found.warnings.push(format!("{} is ignored: {why}", path.display()));
            return Ok(found);
        }
        let Some(mut project) = ConfigFile::read(&path, FileOrigin::Untrusted)? else { return Ok(found) };
        let trust = places.trust_file().map(|file| Trust::load(&file)).transpose()?.unwrap_or_default();
        if trust.holds(&path, &project.content) {
            project.origin = FileOrigin::Trusted;
        } else if trust.knows(&path) {
            found.warnings.push(format!(
                "{} changed after you trusted it; read it, and run `xmlrpc target trust`",
                path.display()
            ));
        }
        found.project = Some(project);
        Ok(found)
    }

    /// Returns whether a file has a target of this name, trusted or not.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        [&self.project, &self.user].into_iter().flatten().any(|file| file.has(name))
    }

    /// Returns all names, each once.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = [&self.project, &self.user]
            .into_iter()
            .flatten()
            .flat_map(ConfigFile::names)
            .map(str::to_owned)
            .collect();
        names.sort();
        names.dedup();
        names
    }

    /// Returns the target of this name, and the file that it is from.
    ///
    /// # Errors
    /// [`Exit::Usage`](crate::exit::Exit::Usage) if the entry is wrong, or if it is in a project's file that
    /// is not trusted and asks for more than such a file may.
    pub fn find(&self, name: &str) -> Attempt<Option<(Entry, &ConfigFile)>> {
        let project = self.project.as_ref().filter(|file| file.has(name));
        let user = self.user.as_ref().filter(|file| file.has(name));
        let Some(file) = project.or(user) else { return Ok(None) };
        if file.origin == FileOrigin::Untrusted {
            let path = file.path.display();
            let refused = file.refused_keys(name);
            let why = if user.is_some() {
                Some(format!("{path} is not trusted, and takes over the name {name} of your own file"))
            } else if refused.is_empty() {
                None
            } else {
                Some(format!("{path} is not trusted, and [{name}] has {}", quoted(&refused)))
            };
            if let Some(why) = why {
                return Err(Failure::usage(why)
                    .with_remedy("read the file; if you trust what it does, run `xmlrpc target trust`"));
            }
        }
        Ok(file.entry(name)?.map(|entry| (entry, file)))
    }
}

fn quoted(keys: &[&str]) -> String {
    let quoted: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
    quoted.join(", ")
}

/// Returns why a project's file is not even read: somebody else can write it.
#[cfg(unix)]
fn reason_to_ignore(path: &Path) -> Option<String> {
    use std::os::unix::fs::MetadataExt as _;
    // A link is as foreign as the file that it leads to.
    let me = rustix::process::geteuid().as_raw();
    for metadata in [path.symlink_metadata(), path.metadata()] {
        match metadata {
            Ok(metadata) if metadata.uid() != me => {
                return Some(format!("the user with the number {} owns it, and not you", metadata.uid()));
            }
            Ok(metadata) if metadata.is_dir() => return Some("it is a folder".to_owned()),
            Ok(_) => {}
            Err(error) => return Some(error.to_string()),
        }
    }
    None
}

/// This system tells no owner by a number, and a file is untrusted until the user trusts it.
#[cfg(not(unix))]
fn reason_to_ignore(_path: &Path) -> Option<String> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exit::Exit;

    /// A folder with a user's file and a project's, which is deleted at the end.
    struct Folder {
        path: PathBuf,
    }

    impl Folder {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("xmlrpc-config-{}-{name}", std::process::id()));
            let _ = fs::remove_dir_all(&path);
            fs::create_dir_all(path.join("config")).unwrap();
            fs::create_dir_all(path.join("home/project/deep/er")).unwrap();
            Self { path }
        }

        fn places(&self) -> Places {
            Places {
                folder: Some(self.path.join("config")),
                home: Some(self.path.join("home")),
                start: Some(self.path.join("home/project/deep/er")),
            }
        }

        fn project(&self) -> PathBuf {
            self.path.join("home/project/.xmlrpc.toml")
        }

        fn load(&self, user: &str, project: &str) -> Attempt<Configuration> {
            fs::write(self.path.join("config/targets.toml"), user).unwrap();
            fs::write(self.project(), project).unwrap();
            Configuration::load_from(&self.places())
        }

        fn trust(&self) {
            let file = self.places().trust_file().unwrap();
            let mut trust = Trust::load(&file).unwrap();
            trust.add(&self.project(), &fs::read_to_string(self.project()).unwrap());
            trust.save(&file).unwrap();
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.path);
        }
    }

    const URL: &str = "url = \"http://localhost:1/\"";

    #[test]
    fn the_nearest_file_upwards_as_far_as_the_home_folder() {
        let folder = Folder::new("upwards");
        let found = folder.load("", &format!("[a]\n{URL}\n")).unwrap();
        assert_eq!(found.names(), ["a"]);
        fs::rename(folder.project(), folder.path.join("home/.xmlrpc.toml")).unwrap();
        assert_eq!(Configuration::load_from(&folder.places()).unwrap().names(), ["a"]);
        fs::rename(folder.path.join("home/.xmlrpc.toml"), folder.path.join(".xmlrpc.toml")).unwrap();
        assert!(Configuration::load_from(&folder.places()).unwrap().names().is_empty());
    }

    #[test]
    fn an_untrusted_file_adds_names_with_url_and_dialect() {
        let folder = Folder::new("names");
        let found = folder.load("", &format!("[a]\n{URL}\ndialect = \"koji\"\n")).unwrap();
        let (entry, file) = found.find("a").unwrap().unwrap();
        assert_eq!(
            (&*entry.url, entry.dialect),
            ("http://localhost:1/", Some(crate::dialect::Dialect::Koji))
        );
        assert_eq!(file.origin, FileOrigin::Untrusted);
        assert!(found.find("b").unwrap().is_none());
    }

    #[test]
    fn an_untrusted_file_may_not_do_more() {
        let folder = Folder::new("refused");
        for key in [
            "auth = { user = \"a\", password = \"b\" }",
            "auth = { user = \"a\", password = { command = \"touch /tmp/x\" } }",
            "bearer = { env = \"HOME\" }",
            "header = { a = { env = \"HOME\" } }",
            "headers = [\"a: b\"]",
            "leading = [{ env = \"HOME\" }]",
            "leading = []",
            "login = { method = \"a\", params = [] }",
            "proxy = \"http://evil/\"",
            "insecure = true",
            "cacert = \"ca.pem\"",
            "cert = \"me.pem\"",
            "contract = \"/etc/passwd\"",
            "envelope = \"xapi\"",
            "timeout = \"1h\"",
            "env = \"HOME\"",
            "command = \"id\"",
            "anything = 1",
        ] {
            let found = folder.load("", &format!("[a]\n{URL}\n{key}\n")).unwrap();
            let failure = found.find("a").unwrap_err();
            assert_eq!(failure.exit(), Exit::Usage, "{key}");
            let name = format!("`{}`", key.split(' ').next().unwrap());
            assert!(failure.message().contains(&name), "{key}: {}", failure.message());
            assert!(failure.remedy().unwrap().contains("xmlrpc target trust"), "{key}");
        }
    }

    #[test]
    fn an_untrusted_file_takes_over_no_name() {
        let folder = Folder::new("name");
        let found = folder.load(&format!("[a]\n{URL}\n"), "[a]\nurl = \"http://evil/\"\n").unwrap();
        let failure = found.find("a").unwrap_err();
        assert!(failure.message().contains("takes over the name a"), "{}", failure.message());
        assert!(failure.remedy().unwrap().contains("xmlrpc target trust"));
    }

    #[test]
    fn trust_holds_for_one_content() {
        let folder = Folder::new("trust");
        let user = format!("[a]\n{URL}\ninsecure = true\n");
        let project = "[a]\nurl = \"http://other/\"\nleading = [1]\n";
        assert!(folder.load(&user, project).unwrap().find("a").is_err());
        folder.trust();
        let found = folder.load(&user, project).unwrap();
        let (entry, file) = found.find("a").unwrap().unwrap();
        assert_eq!((&*entry.url, file.origin), ("http://other/", FileOrigin::Trusted));
        // The entry replaces the user's as a whole.
        assert!(!entry.insecure);

        let changed = folder.load(&user, &format!("{project}# changed\n")).unwrap();
        assert!(changed.warnings[0].contains("changed after you trusted it"), "{:?}", changed.warnings);
        assert!(changed.find("a").is_err());
        assert!(folder.load(&user, project).unwrap().find("a").is_ok());
    }

    #[test]
    fn trust_holds_for_one_path() {
        let folder = Folder::new("path");
        let project = format!("[a]\n{URL}\nleading = [1]\n");
        folder.load("", &project).unwrap();
        folder.trust();
        fs::rename(folder.project(), folder.path.join("home/project/deep/.xmlrpc.toml")).unwrap();
        let found = Configuration::load_from(&folder.places()).unwrap();
        assert!(found.find("a").unwrap_err().remedy().unwrap().contains("xmlrpc target trust"));
    }

    /// Only root can give a file to somebody else.
    #[cfg(unix)]
    #[test]
    fn the_file_of_somebody_else_is_ignored() {
        if !rustix::process::geteuid().is_root() {
            eprintln!("skipped: only root can make a file of another owner");
            return;
        }
        let folder = Folder::new("owner");
        folder.load("", &format!("[a]\n{URL}\n")).unwrap();
        folder.trust();
        std::os::unix::fs::chown(folder.project(), Some(12_345), None).unwrap();
        let found = Configuration::load_from(&folder.places()).unwrap();
        assert!(found.project.is_none());
        assert!(found.warnings[0].contains(".xmlrpc.toml is ignored"), "{:?}", found.warnings);
        assert!(found.warnings[0].contains("12345"), "{:?}", found.warnings);
        assert!(found.find("a").unwrap().is_none());
    }

    #[test]
    fn mistakes_name_the_file_and_the_key_and_no_content() {
        let folder = Folder::new("mistakes");
        let failure = folder.load("[a]\nbearer = \"hunter22\" x\n", "").unwrap_err();
        assert!(failure.message().contains("targets.toml:2:"), "{}", failure.message());
        assert!(!failure.message().contains("hunter22"), "{}", failure.message());
        for (text, expected) in [
            ("a = 1\n", "[a]: expected a table, found integer"),
            ("[a]\n", "[a]: expected the key `url`"),
            ("[a]\nurl = 1\n", "[a]: `url`: expected a text, found integer"),
            (
                "[a]\nurl = \"x\"\nhedaer = {}\n",
                "`hedaer`: this is not a key of a target; did you mean `header`?",
            ),
            (
                "[a]\nurl = \"x\"\nauth = \"me\"\n",
                "`auth`: expected { user = …, password = … }, found string",
            ),
            (
                "[a]\nurl = \"x\"\nauth = { user = \"a\", password = { envv = \"A\" } }\n",
                "expected { env = … }",
            ),
            ("[a]\nurl = \"x\"\ndialect = \"kojj\"\n", "expected one of standard, koji"),
            ("[a]\nurl = \"x\"\nenvelope = \"soap\"\n", "expected ros, opennebula or xapi"),
            ("[a]\nurl = \"x\"\nlogin = { params = [] }\n", "`login`: expected the key `method`"),
        ] {
            let found = folder.load(text, "").unwrap();
            let failure = found.find("a").unwrap_err();
            assert!(failure.message().contains(expected), "{text}: {}", failure.message());
        }
    }
}
