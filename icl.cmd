@echo off
rem Starts the laboratory on Windows: finds a JDK 25 or newer, builds if nothing is built, runs.
setlocal
set "root=%~dp0"
set "app=%root%app"
if not exist "%app%" set "app=%root%lab\target"

set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
set "version="
for /f "tokens=3" %%v in ('call "%java%" -version 2^>^&1 ^| findstr /i "version"') do if not defined version set "version=%%~v"
for /f "delims=.-+" %%m in ("%version%") do set "major=%%m"
if not defined major goto nojdk
if %major% lss 25 goto nojdk

if exist "%app%\icl-lab.jar" goto run
where mvn >nul 2>nul || goto nomaven
echo icl: building (once; this takes a minute or three) 1>&2
pushd "%root%"
call mvn -B -ntp -q -DskipTests -Dformat.skip -pl lab -am package 1>&2
set "built=%errorlevel%"
popd
if not "%built%"=="0" goto nobuild

:run
set "memory=-XX:MaxRAMPercentage=50"
if defined ICL_HEAP set "memory=-Xmx%ICL_HEAP%"
"%java%" %memory% -XX:+UseSerialGC -Djava.awt.headless=true -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -jar "%app%\icl-lab.jar" %*
exit /b %errorlevel%

:nojdk
echo icl: no JDK 25 or newer found; install one, or set JAVA_HOME to it 1>&2
exit /b 1

:nomaven
echo icl: building needs Maven 3.8 or newer ^(mvn^), which is not on the PATH 1>&2
exit /b 1

:nobuild
echo icl: the build failed; its messages stand above 1>&2
exit /b 1
